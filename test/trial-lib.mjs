import chromium from '@sparticuz/chromium'; import { chromium as pw } from 'playwright-core';
import fs from 'fs';
fs.mkdirSync('/tmp/trial',{recursive:true});
export const B='http://127.0.0.1:4555';
export async function launch(){ return pw.launch({executablePath: await chromium.executablePath(), args:[...chromium.args.filter(a=>!['--single-process','--no-zygote'].includes(a)),'--disable-gpu'],headless:true});}
export async function ctx(b,w=1920,h=1080,scheme='light',extra={}){const c=await b.newContext({viewport:{width:w,height:h},colorScheme:scheme,acceptDownloads:true,...extra});const p=await c.newPage();p.setDefaultTimeout(30000);p.on('pageerror',e=>console.log('PAGEERR',e.message));p.on('console',m=>{if(m.type()==='error')console.log('CONS',m.text().slice(0,300))});return p;}
export const shot=(p,n)=>p.screenshot({path:`/tmp/trial/${n}.png`});
export const txt=async(p,n=3000,s='body')=>console.log('-----',p.url(),'\n'+(await p.locator(s).first().innerText()).slice(0,n));
