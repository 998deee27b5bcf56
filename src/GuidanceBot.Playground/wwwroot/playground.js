// The little that a page cannot ask of the server: keys that must be decided at once, dialogs, focus, the clipboard.

// Half of a surrogate pair cannot travel as UTF-8 and would end the connection: it is mended before Blazor reads it.
for (const kind of ["input", "change"]) {
  window.addEventListener(kind, event => {
    const field = event.target;
    if (typeof field.value === "string" && field.type !== "file" && !field.value.isWellFormed()) field.value = field.value.toWellFormed();
  }, true);
}

// A restarted bot knows this page no longer: it is opened anew, with what stood in the box.
document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", event => {
  if (event.detail.state !== "rejected") return;
  sessionStorage.setItem("draft", document.getElementById("box")?.value ?? "");
  location.reload();
});

export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";

export const copyLink = path => navigator.clipboard.writeText(new URL(path, document.baseURI).href);

export const keepFocus = id => {
  if (document.activeElement === document.body) document.getElementById(id)?.focus({ preventScroll: true });
};

export const focus = id => document.getElementById(id)?.focus();

export const closeMenu = id => document.getElementById(id)?.hidePopover?.();

// A dialog that is taken away with its part of the page cannot give the focus back itself.
let opener = null;
export function openDialog(dialog) {
  opener = document.activeElement;
  dialog.showModal();
}
export const giveFocusBack = () => {
  const target = opener?.isConnected && opener.checkVisibility() ? opener : document.getElementById("box");
  if (!document.querySelector("dialog[open]")) target?.focus();
};

export function reveal(id) {
  const message = document.getElementById(id);
  if (!message) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  message.scrollIntoView({ block: "center", behavior: still ? "instant" : "smooth" });
  message.focus({ preventScroll: true });
}

// The box one writes in. Its text stays here until it is sent; only the beginning of a command travels while it is typed.
export function writeIn(box, page, longestCommand) {
  const say = () => page.invokeMethodAsync("Typed", box.value.startsWith("/") && box.value.length <= longestCommand ? box.value.toWellFormed() : "");
  const fill = text => {
    if (text === null) return;
    box.value = text;
    box.focus();
    box.setSelectionRange(text.length, text.length);
    say();
  };
  const send = async () => {
    const sent = box.value;
    const left = await page.invokeMethodAsync("Send", sent.toWellFormed());
    if (left === null && box.value === sent) fill("");
  };
  const onTouch = () => matchMedia("(hover: none) and (pointer: coarse)").matches;

  box.dataset.ready = "yes";
  box.addEventListener("input", say);
  box.addEventListener("keydown", async event => {
    if (event.isComposing) return;
    const listed = box.getAttribute("aria-expanded") === "true";
    if (listed && ["ArrowDown", "ArrowUp", "Tab", "Escape"].includes(event.key) && !event.shiftKey) {
      event.preventDefault();
      fill(await page.invokeMethodAsync("Key", event.key));
    } else if (event.key === "Enter" && !event.shiftKey && !(onTouch() && !box.value.startsWith("/"))) {
      event.preventDefault();
      const chosen = listed ? await page.invokeMethodAsync("Enter", box.value.toWellFormed()) : null;
      if (chosen === null) await send(); else fill(chosen);
    }
  });
  const draft = sessionStorage.getItem("draft");
  sessionStorage.removeItem("draft");
  if (draft) fill(draft);
  return { fill, send };
}
