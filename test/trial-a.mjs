import {launch,ctx,shot,txt,B} from './trial-lib.mjs';
const b=await launch();const p=await ctx(b);
await p.goto(B);await p.waitForTimeout(6000);await shot(p,'home');await txt(p,4000);
const links=await p.$$eval('a[href]',a=>a.map(x=>x.innerText.trim().slice(0,40)+' -> '+x.getAttribute('href')));console.log(links.slice(0,60).join('\n'));
await b.close();
