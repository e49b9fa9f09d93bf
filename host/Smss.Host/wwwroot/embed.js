// One line on the city's own site opens the chat there:
//   <script src="https://…/embed.js" async data-lang="pl"></script>
// A shadow root keeps the two sites' styles apart; the frame is loaded when somebody asks for it.
(() => {
  const { src, dataset } = document.currentScript;
  const lang = ['pl', 'uk', 'en'].includes(dataset.lang) ? dataset.lang : 'pl';
  const [openText, closeText, title] = {
    pl: ['Porozmawiaj z nami', 'Zamknij czat', 'Czat dla mieszkańców'],
    uk: ['Поспілкуйтеся з нами', 'Закрити чат', 'Чат для мешканців'],
    en: ['Chat with us', 'Close the chat', 'Chat for residents'],
  }[lang];

  const css = `
    :host { all: initial; }
    button { font: 600 1rem/1.2 system-ui, sans-serif; min-height: 48px; padding: .6em 1.1em; border: 2px solid #fff;
      border-radius: 1.5rem; background: #0b5563; color: #fff; cursor: pointer; }
    button:focus-visible { outline: 3px solid #f2a900; outline-offset: 2px; }
    .open, section { position: fixed; z-index: 2147483647; right: 16px; bottom: 16px; }
    .open { box-shadow: 0 2px 10px #0005; }
    section { display: flex; flex-direction: column; width: 24rem; height: min(42rem, 100vh - 32px); overflow: hidden;
      border: 1px solid #0b5563; border-radius: 12px; background: #0b5563; box-shadow: 0 4px 24px #0006; }
    section button { align-self: flex-end; border: 0; border-radius: 0; }
    iframe { flex: 1; border: 0; background: Canvas; }
    [hidden] { display: none; }
    @media (max-width: 480px), (max-height: 420px) {
      section { inset: 0; width: auto; height: auto; border: 0; border-radius: 0; }
    }
    @media print { .open, section { display: none; } }`;

  const make = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const host = make('div', { lang });
  const shadow = host.attachShadow({ mode: 'open' });
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [sheet];
  } catch {
    shadow.append(make('style', { textContent: css }));
  }

  const open = make('button', { className: 'open', type: 'button', textContent: openText });
  const close = make('button', { type: 'button', textContent: closeText });
  const frame = make('iframe', { title });
  const panel = make('section', { hidden: true, ariaLabel: title });
  panel.append(close, frame);
  shadow.append(open, panel);

  const show = visible => {
    panel.hidden = !visible;
    open.hidden = visible;
    if (visible && !frame.src) frame.src = new URL(`/chat/embed?lang=${lang}`, src).href;
    (visible ? frame : open).focus();
  };
  open.onclick = () => show(true);
  close.onclick = () => show(false);
  addEventListener('keydown', event => { if (event.key === 'Escape' && !panel.hidden) show(false); });

  const attach = () => document.body.append(host);
  if (document.body) attach(); else addEventListener('DOMContentLoaded', attach);
})();
