/** Copies a code at a click and says so on its button; without a clipboard the code is selected instead. */
export function startShare(root: ParentNode): void {
  for (const button of root.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const code = button.parentElement?.querySelector('pre');
    if (!code) continue;
    button.hidden = false;
    button.addEventListener('click', () => {
      void copy(code).then((copied) => {
        if (copied) button.textContent = button.dataset['copied'] ?? '';
      });
    });
  }
}

async function copy(code: Element): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(code.textContent ?? '');
    return true;
  } catch {
    getSelection()?.selectAllChildren(code);
    return false;
  }
}
