// Written by scripts/embed from Sources/StatusReport/HTML/Page/style.css.

/// The style of a page: one typeface, color only for meaning, light and dark.
enum PageStyle {
  /// The SHA-256 of `text` in Base64, by which the policy of the page allows it.
  static let hash: StaticString = "Ox87MvIhJ8RGEOXgpa1BAz1hhIkIZiU2KDDzLwFWx9Y="

  /// Everything between the tags.
  static let text: StaticString = #"""

    :root {
      --back: #fafaf8; --card: #ffffff; --text: #1d1f21; --quiet: #5b6066; --line: #e4e4e0; --focus: #1f5fbf;
      --error: #b3261e; --warning: #8a5300; --info: #1f5fbf;
      --active: #1f5fbf; --waiting: #b3261e; --resting: #6a55b0; --open: #6b7076; --done: #1f6f43; --ended: #8a8e93;
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --back: #151719; --card: #1c1f22; --text: #e8e9ea; --quiet: #a3a9af; --line: #30343a; --focus: #8ab4f8;
        --error: #ff8a80; --warning: #f0b45a; --info: #8ab4f8;
        --active: #8ab4f8; --waiting: #ff8a80; --resting: #b9aef5; --open: #9aa0a6; --done: #76c893; --ended: #7d8288;
      }
    }
    * { box-sizing: border-box; }
    html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
    body {
      margin: 0 auto; padding: 4rem 2rem 6rem; max-width: 76rem; background: var(--back); color: var(--text);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
      overflow-wrap: anywhere;
    }
    h1, h2, h3, h4, p, ul, ol, dl, dd, code, mark { margin: 0; padding: 0; font: inherit; }
    ul, ol { list-style: none; }
    h1 { font-size: 2rem; font-weight: 650; letter-spacing: -0.015em; line-height: 1.2; }
    h2 { margin: 4rem 0 1.25rem; font-size: 1.25rem; font-weight: 650; letter-spacing: -0.01em; }
    h3, dt { font-weight: 600; }
    h4 { font-weight: 500; }
    a { color: inherit; text-decoration-color: var(--quiet); text-underline-offset: 0.2em; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: 0.5rem; }
    .hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    .quiet, .place, .scale, .number { color: var(--quiet); font-size: 0.875rem; font-weight: 400; }
    .phrase { margin: 0.5rem 0 1.25rem; font-size: 1.2rem; }
    strong { font-weight: 600; }
    .whole { white-space: nowrap; }

    .tiles { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr)); }
    .tile {
      display: block; height: 100%; padding: 1rem 1.15rem; background: var(--card); border: 1px solid var(--line);
      border-radius: 12px; color: var(--quiet); font-size: 0.875rem; line-height: 1.4; text-decoration: none;
    }
    a.tile:hover { border-color: var(--quiet); }
    .tile strong { display: block; margin-bottom: 0.15rem; font-size: 1.9rem; line-height: 1.2; color: var(--text); font-variant-numeric: tabular-nums; }
    .tile.error strong { color: var(--error); }
    .tile.warning strong { color: var(--warning); }
    .tile.info strong { color: var(--info); }
    .tile.none strong { color: var(--quiet); font-weight: 400; }

    .active { --kind: var(--active); }
    .waiting { --kind: var(--waiting); }
    .resting { --kind: var(--resting); }
    .open { --kind: var(--open); }
    .done { --kind: var(--done); }
    .ended { --kind: var(--ended); }
    .dot { display: inline-block; width: 0.55rem; height: 0.55rem; margin-right: 0.5rem; border-radius: 50%; background: var(--kind); }

    .board { display: grid; gap: 0.75rem; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); align-items: start; }
    .column, .others { background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
    summary { display: flex; gap: 0.5rem; align-items: baseline; justify-content: space-between; padding: 0.85rem 1.15rem; cursor: pointer; list-style: none; }
    summary::-webkit-details-marker { display: none; }
    summary h3 { font-size: 0.95rem; }
    summary .quiet::after { content: "\2002\25B8"; }
    [open] > summary .quiet::after { content: "\2002\25BE"; }
    .column ul, .timeline { overflow-y: auto; scrollbar-width: thin; scrollbar-color: var(--quiet) transparent; }
    .column ul { max-height: 28rem; scroll-margin-top: 5rem; }
    .column li { padding: 0.75rem 1.15rem; border-top: 1px solid var(--line); font-size: 0.94rem; line-height: 1.45; }
    .column li a { display: block; width: fit-content; margin-top: 0.3rem; }
    .number { margin-right: 0.35rem; font-variant-numeric: tabular-nums; }
    .phases { display: flex; align-items: center; gap: 0.6rem; margin-top: 0.4rem; white-space: nowrap; }
    progress { flex: 1; min-width: 3rem; appearance: none; height: 4px; border: 0; border-radius: 2px; background: var(--line); overflow: hidden; }
    progress::-webkit-progress-bar { background: var(--line); }
    progress::-webkit-progress-value { background: var(--done); }
    progress::-moz-progress-bar { background: var(--done); }

    .scale { display: flex; justify-content: space-between; margin: 1rem 1.15rem 0.4rem 20rem; font-size: 0.8rem; font-variant-numeric: tabular-nums; }
    .timeline { max-height: 36rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
    .timeline li { display: grid; grid-template-columns: 17.7rem 1fr; gap: 1.15rem; align-items: center; padding: 0.3rem 1.15rem; }
    .timeline li + li { border-top: 1px solid var(--line); }
    .label { position: relative; overflow: hidden; font-size: 0.875rem; text-overflow: ellipsis; white-space: nowrap; }
    svg { display: block; background: repeating-linear-gradient(to right, var(--line) 0 1px, transparent 1px 25%); border-right: 1px solid var(--line); }
    rect { fill: var(--kind); }
    .bars .label { overflow: visible; }
    .label .quiet { white-space: normal; }
    .chart, .bars { margin-top: 0.75rem; }
    .chart { padding: 1.15rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; }
    .chart .scale { margin: 0.4rem 0 0; }
    table { width: 100%; margin-top: 1rem; border-collapse: collapse; font-size: 0.94rem; font-variant-numeric: tabular-nums; }
    th, td { padding: 0.45rem 1.15rem; border-bottom: 1px solid var(--line); text-align: right; font-weight: 400; }
    th:first-child { text-align: left; }
    th { overflow-wrap: normal; }
    thead th { color: var(--quiet); font-size: 0.875rem; }

    #filters { display: flex; flex-wrap: wrap; gap: 0.85rem; align-items: end; margin-bottom: 2rem; }
    #filters label { display: grid; flex: 1 1 9rem; gap: 0.3rem; color: var(--quiet); font-size: 0.875rem; }
    #filters label:first-child { flex: 3 1 16rem; grid-template-columns: auto 1fr; }
    #filters input { grid-column: 1 / -1; }
    input, select, button {
      width: 100%; min-height: 2.75rem; padding: 0.4rem 0.8rem; font: inherit; font-size: 1rem; color: var(--text);
      background: var(--card); border: 1px solid var(--quiet); border-radius: 10px;
    }
    button { width: auto; padding: 0.4rem 1.2rem; cursor: pointer; }
    kbd { justify-self: start; padding: 0 0.4rem; font: inherit; line-height: 1.3; border: 1px solid var(--line); border-radius: 5px; }
    output { flex-basis: 100%; color: var(--quiet); font-size: 0.875rem; }

    .group { margin-top: 2.5rem; scroll-margin-top: 1.5rem; content-visibility: auto; contain-intrinsic-size: auto 20rem; }
    .group h3 { margin-bottom: 0.75rem; }
    .group h3 .quiet { margin-left: 0.35rem; }
    article { margin-top: 0.75rem; padding: 1.1rem 1.3rem; background: var(--card); border: 1px solid var(--line); border-radius: 12px; content-visibility: auto; contain-intrinsic-size: auto 12rem; }
    article p { margin-top: 0.5rem; }
    article p, .others li { font-size: 0.94rem; }
    article .place { font-size: 0.875rem; }
    article.error { --severity: var(--error); }
    article.warning { --severity: var(--warning); }
    article.info { --severity: var(--info); }
    .badge { margin-right: 0.35rem; color: var(--severity, var(--quiet)); font-weight: 650; }
    article .excerpt { margin-top: 0.25rem; padding: 0.5rem 0.85rem; background: var(--back); border-radius: 8px; white-space: pre-wrap; }
    mark { color: var(--severity); background: none; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 0.25em; }
    mark:empty { border-left: 2px solid var(--severity); }
    .others { margin-top: 2.5rem; }
    .others li { padding: 0.6rem 1.15rem; border-top: 1px solid var(--line); }
    dt { scroll-margin-top: 1.5rem; }
    dt .quiet { margin-left: 0.35rem; }
    dd { max-width: 44rem; margin: 0.2rem 0 1.4rem; color: var(--quiet); }
    [hidden] { display: none !important; }

    @media (max-width: 46rem) {
      body { padding: 2rem 1.1rem 4rem; }
      h1 { font-size: 1.6rem; }
      h2 { margin-top: 3rem; }
      .tiles { grid-template-columns: repeat(auto-fill, minmax(8.2rem, 1fr)); }
      .tile strong { font-size: 1.5rem; }
      .scale { margin-left: 1.15rem; }
      th, td { padding: 0.45rem 0.25rem; }
      .scale span:nth-child(even):not(:last-child) { display: none; }
      .timeline li { grid-template-columns: minmax(0, 1fr); gap: 0.15rem; padding: 0.5rem 1.15rem; }
      .label { white-space: normal; }
    }
    @media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
    @media print {
      :root { color-scheme: light; --back: #ffffff; --card: #ffffff; --text: #000000; --quiet: #444444; --line: #cccccc; }
      body { max-width: none; padding: 0; font-size: 0.8rem; }
      #filters, .skip { display: none !important; }
      .column ul, .timeline { max-height: none; overflow: visible; }
      article, .column li, .timeline li, .tile { break-inside: avoid; }
      h2, h3, summary { break-after: avoid; }
      .group, article { content-visibility: visible; }
      .dot, rect, progress { print-color-adjust: exact; }
    }

    """#
}
