// Written by scripts/embed from Sources/StatusReport/HTML/Page/script.js.

/// The script of a page, which filters the findings. Without it, everything is shown.
enum PageScript {
  /// The SHA-256 of `text` in Base64, by which the policy of the page allows it.
  static let hash: StaticString = "k6KR/uM0iSqx3GFmIM1fy+zVY6VZvpm5Qpc+JzRC/EU="

  /// Everything between the tags.
  static let text: StaticString = #"""

    "use strict";
    (() => {
      const form = document.getElementById("filters");
      if (!form) return;
      const [text, severity, rule, task, shown] =
        ["text", "severity", "rule", "task", "shown"].map((id) => document.getElementById(id));
      const groups = [...document.querySelectorAll(".group")];
      const findings = groups.flatMap((group) =>
        [...group.querySelectorAll("article")].map((article) => ({ article, group, text: null })));

      const fits = (finding, words) => {
        const { article, group } = finding;
        if (severity.value && article.className !== severity.value) return false;
        if (rule.value && article.dataset.rule !== rule.value) return false;
        if (task.value && (group.id || "none") !== task.value) return false;
        if (!words.length) return true;
        finding.text ??= `${article.textContent} ${group.firstElementChild.textContent}`.toLowerCase();
        return words.every((word) => finding.text.includes(word));
      };
      const apply = () => {
        const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
        const used = new Set();
        let count = 0;
        for (const finding of findings) {
          const isShown = fits(finding, words);
          finding.article.hidden = !isShown;
          if (isShown) {
            count += 1;
            used.add(finding.group);
          }
        }
        for (const group of groups) group.hidden = !used.has(group);
        shown.textContent = `${count} of ${findings.length} ${findings.length === 1 ? "finding" : "findings"}`;
      };
      const clear = () => {
        form.reset();
        apply();
      };

      form.addEventListener("input", apply);
      form.addEventListener("change", apply);
      form.addEventListener("submit", (event) => event.preventDefault());
      form.addEventListener("reset", () => setTimeout(apply));
      document.addEventListener("keydown", (event) => {
        const isTyping = /^(INPUT|SELECT)$/.test(document.activeElement.tagName);
        if (event.key === "/" && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          text.focus();
        } else if (event.key === "Escape" && form.contains(document.activeElement)) {
          clear();
        }
      });
      // A link leads to a group that the filters hide.
      document.addEventListener("click", (event) => {
        const id = event.target.closest("a[href^='#']")?.getAttribute("href").slice(1);
        const target = id && document.getElementById(id);
        if (target?.hidden) clear();
      });
      form.hidden = false;
      apply();
    })();

    """#
}
