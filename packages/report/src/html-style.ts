/** The whole style of the report; its digest stands in the page's content security policy. */
export const htmlStyle = `
:root{--bg:#fff;--fg:#1f2328;--soft:#59636e;--line:#d1d9e0;--card:#f6f8fa;--ok:#1a7f37;--bad:#cf222e;--mid:#9a6700;--tol:#dcefe2;--head:#0969da;color-scheme:light dark}
@media (prefers-color-scheme:dark){:root{--bg:#0d1117;--fg:#e6edf3;--soft:#9198a1;--line:#3d444d;--card:#151b23;--ok:#3fb950;--bad:#f85149;--mid:#d29922;--tol:#16301f;--head:#4493f8}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif;overflow-wrap:anywhere}
section{overflow-x:auto}
main{max-width:1160px;margin:0 auto;padding:28px 24px 64px}
h1{font-size:26px;line-height:1.25;margin:0 0 6px}
h2{font-size:19px;margin:44px 0 8px}
h3{font-size:15px;margin:24px 0 6px}
code{font:13px ui-monospace,SFMono-Regular,Menlo,monospace;unicode-bidi:isolate;background:var(--card);border-radius:4px;padding:1px 4px}
h1 code,h2 code,h3 code{background:none;padding:0;font-size:.92em}
a{color:var(--head)}
.sub,.legend,footer{color:var(--soft)}
.sub{margin:0 0 4px}
.legend{font-size:13px;margin:8px 0 0}
.verdict{border-left:6px solid var(--soft);padding:8px 18px;margin:18px 0 0;background:var(--card);border-radius:0 8px 8px 0}
.verdict p{margin:6px 0}
.verdict.fail{border-color:var(--bad)}.verdict.pass{border-color:var(--ok)}.verdict.warn{border-color:var(--mid)}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:12px;margin:18px 0 0;padding:0;list-style:none}
.tiles li{border:1px solid var(--line);border-radius:8px;padding:10px 14px}
.tiles b{display:block;font-size:22px;font-variant-numeric:tabular-nums}
.tiles span{color:var(--soft);font-size:13px}
nav{margin:16px 0 0}
nav a{display:inline-block;margin-right:18px;padding:3px 0}
table{border-collapse:collapse;width:100%}
caption{text-align:left;color:var(--soft);font-size:13px;padding:0 0 4px}
th,td{text-align:left;padding:7px 10px;border-bottom:1px solid var(--line);vertical-align:middle;font-weight:400}
thead th{font-size:12.5px;color:var(--soft);border-bottom-width:2px;vertical-align:bottom}
tbody th{font-weight:600;min-width:150px}
.n{text-align:right;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.plot{width:260px;padding:4px 10px 6px}.plot small{display:block;color:var(--soft);font-size:12px;font-variant-numeric:tabular-nums}.limit{min-width:118px}.why{min-width:140px}
td{min-width:62px}td.plot{min-width:200px}
.badge{font-size:13px;font-weight:600;white-space:nowrap}
.badge.fail{color:var(--bad)}.badge.pass{color:var(--ok)}.badge.warn{color:var(--mid)}.badge.info{color:var(--soft)}
.iv{width:100%;height:26px;display:block}
.tol{fill:var(--tol)}.zero{stroke:var(--soft);stroke-width:1}.mar{stroke:var(--fg);stroke-dasharray:3 3}
.ci{stroke-width:3;stroke-linecap:round}
.ci.fail{stroke:var(--bad)}.ci.pass{stroke:var(--ok)}.ci.warn{stroke:var(--mid)}.ci.info{stroke:var(--head)}
.pt.fail{fill:var(--bad)}.pt.pass{fill:var(--ok)}.pt.warn{fill:var(--mid)}.pt.info{fill:var(--head)}
summary{cursor:pointer;padding:6px 0}
footer{margin-top:48px;font-size:13px;border-top:1px solid var(--line);padding-top:14px}
@media (max-width:1080px){th,td{padding:7px 6px}tbody th{min-width:100px}td{min-width:50px}td.plot{min-width:150px;width:200px}.limit{min-width:88px}.why{min-width:96px}}
@media (max-width:840px){
main{padding:18px 14px 40px}h1{font-size:21px}
table,caption,tbody,tr,td,tbody th{display:block;width:100%}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{padding:8px 0;border-bottom:1px solid var(--line)}
td,td.plot,td.why,td.limit,tbody th{display:flex;justify-content:space-between;gap:16px;border:0;min-width:0;padding:2px 0;text-align:right;white-space:normal}
td::before{content:attr(data-label);color:var(--soft);font-size:13px;text-align:left;flex:none}
td:empty{display:none}
.tiles{grid-template-columns:1fr 1fr}
tbody th{min-width:0;text-align:left;padding:2px 0 4px;justify-content:flex-start;gap:6px;flex-wrap:wrap}
td.plot{width:100%}.plot::before{display:none}.plot div{width:100%}.plot small{text-align:left}
.badge-cell::before{display:none}
.badge-cell{justify-content:flex-start}
}
@media print{nav{display:none}h2{break-after:avoid}tr{break-inside:avoid}}
`;

/** The digest of {@link htmlStyle} as a content security policy names it; a test recomputes it. */
export const htmlStyleHash = "sha256-UsgFtY7USUh1uQRbQFiQSvvLeDvoUoNVJoIyKtHPlMs=";
