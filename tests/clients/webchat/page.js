// #host=http://127.0.0.1:5000&token=… : the web chat of the field over our Direct Line server, as any site may show it.
// What it did stands in `actions`; a reload comes back to the same conversation.
const { host, token } = Object.fromEntries(new URLSearchParams(location.hash.slice(1)));
const resumed = JSON.parse(sessionStorage.getItem('conversation'));

const directLine = window.WebChat.createDirectLine({ domain: `${host}/v3/directline`, token, ...resumed });

window.actions = [];
const store = window.WebChat.createStore({}, ({ dispatch }) => next => action => {
  window.actions.push({ type: action.type, name: action.payload?.activity?.name });
  if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED' && !resumed) {
    sessionStorage.setItem('conversation', JSON.stringify({ conversationId: directLine.conversationId, token: directLine.token, watermark: '0' }));
    dispatch({ type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'webchat/join', value: { language: 'pl' } } });
  }
  return next(action);
});

window.WebChat.renderWebChat({ directLine, store, locale: 'pl-PL' }, document.getElementById('webchat'));
