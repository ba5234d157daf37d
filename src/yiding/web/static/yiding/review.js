/* 审读: every key presses a button or follows a link that stands on the page. */
"use strict";
{
  const OFF = "yiding-keys-off";
  const typing = (node) => node && node.matches("input:not([type=radio]):not([type=checkbox]), select, textarea");
  const isOff = () => localStorage.getItem(OFF) === "1";

  // The caret in the sentence chooses the nearest place to cut.
  const chooseCut = () => {
    const select = document.getElementById("split_at");
    const chosen = getSelection();
    const sentence = document.querySelector("#paper [aria-current]");
    if (!select || !sentence || !chosen.anchorNode || !sentence.contains(chosen.anchorNode)) return;
    const far = (option) => Math.abs(Number(option.dataset.length) - chosen.anchorOffset);
    const nearest = [...select.options].reduce((one, other) => (far(other) < far(one) ? other : one));
    select.value = nearest.value;
  };

  const press = (target, key) => {
    if (target.dataset.focus) document.getElementById(target.dataset.focus)?.focus();
    else if (key === "g") toggle(target);
    else target.click();
    if (key === "s") chooseCut();
    const open = target.closest("details");
    if (open?.open && (key === "x" || key === "s")) open.querySelector("input:not([type=hidden]), select")?.focus();
  };

  const toggle = () => {
    const sentence = document.querySelector("#paper [aria-current]");
    const isThere = sentence && sentence === document.activeElement;
    (isThere ? document.getElementById("id_action") : sentence)?.focus();
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && typing(document.activeElement)) document.activeElement.blur();
    if (typing(document.activeElement) || isOff()) return;
    const key = event.key.toLowerCase();
    const target = key === "/"
      ? [...document.querySelectorAll(".search input[type=search]")].find((node) => node.checkVisibility?.() ?? true)
      : document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    if (!target) return;
    event.preventDefault();
    if (key === "/") target.focus();
    else press(target, key);
  });

  document.addEventListener("change", (event) => {
    if (event.target.id === "keys-off") localStorage.setItem(OFF, event.target.checked ? "1" : "0");
  });

  // What is open on the right is in sight on the left.
  const show = () => {
    const box = document.getElementById("keys-off");
    if (box) box.checked = isOff();
    document.querySelector("#props .open")?.scrollIntoView({ block: "nearest" });
    document.querySelector("#paper [aria-current]")?.scrollIntoView({ block: "center" });
  };
  document.addEventListener("htmx:afterSettle", show);
}
