// The texts that can be seen, whose contrast to what is below them is under 4.5 : 1 (WCAG 2.2, 1.4.3).
const channels = (color) => color.match(/[\d.]+/g).map(Number);
const luminance = (color) => {
  const [red, green, blue] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};
const isOpaque = (color) => (channels(color)[3] ?? 1) === 1;
const background = (element) => {
  for (let node = element; node; node = node.parentElement) {
    const color = getComputedStyle(node).backgroundColor;
    if (isOpaque(color)) return color;
    if (channels(color)[3] > 0) return null;
  }
  return "rgb(255, 255, 255)";
};
const ratio = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};
const faults = new Set();
let count = 0;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
  if (element.closest("script, rect, .hidden, .skip")) continue;
  count += 1;
  const style = getComputedStyle(element);
  const below = background(element);
  if (style.opacity !== "1" || !isOpaque(style.color) || !below || ratio(style.color, below) < 4.5) {
    faults.add(`${element.tagName}.${element.className}: ${style.color} on ${below}`);
  }
}
// What is drawn needs 3 : 1 (1.4.11): borders of controls, bars, dots.
const drawn = { "input, select, button": "borderTopColor", "rect": "fill", ".dot": "backgroundColor" };
for (const [selector, property] of Object.entries(drawn)) {
  for (const element of document.querySelectorAll(selector)) {
    if (!element.checkVisibility()) continue;
    count += 1;
    const color = getComputedStyle(element)[property];
    const below = background(element.parentElement);
    if (ratio(color, below) < 3) faults.add(`${selector}: ${color} on ${below}`);
  }
}
return { count, faults: [...faults] };
