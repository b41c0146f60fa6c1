import {launch,ctx,shot,txt,B} from './trial-lib.mjs';
const b=await launch();const p=await ctx(b);
await p.goto(B+'/workshop');await p.waitForTimeout(5000);await shot(p,'ws1');await txt(p,4000);
console.log(await p.$$eval('button,input,select,textarea',a=>a.map(x=>x.tagName+' '+(x.innerText||x.ariaLabel||x.placeholder||x.name||x.id||'').trim().slice(0,60)).join('\n')));
for (const u of ['/what-if','/trace?class=laboratory-results&audience=PATIENT','/walkthroughs']){await p.goto(B+u);await p.waitForTimeout(4500);await shot(p,'s'+u.replace(/\W/g,'_').slice(0,20));await txt(p,2500,'main');}
await b.close();
