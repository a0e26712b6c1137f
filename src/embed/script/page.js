// The page's address for shared links: it still opens the same page and says nothing about the visitor.
//
// Only the page knows which parameters it needs. So all stay except those that are known to track or name a person.

// Campaigns, clicks, and codes of quizzes.
const CLICK =
  "career-matcher|utm_|hsa_|mtm_|pk_|piwik_|matomo_|_?gad?_|_(ga|gl|k[xe])$|gclid|gclsrc|[gw]braid|dclid|fbclid|fb_|msclkid|ttclid|twclid|tblci|li_fat_id|igsh|ys?clid|_openstat|srsltid|epik$|sccid$|rdt_cid|irclickid|irgwc|cjevent|wickedid|zanpid|vero_|oly_|mc_[ce]id|mkt_tok|_?_?hs(enc|mi|fp|tc|ctatracking)|rb_clickid|s_kwcid|ef_id|ml_sub|trk$";
// People.
const PERSON =
  ".*e-?mail|mail$|.*phone$|tel$|.*token$|.*passw|pwd$|jwt$|auth(key)?$|session([-_]?id)?$|sid$|phpsessid|jsessionid|name$|([a-z]+[-_])?(user|first|last|full|sur|family|given|middle|nick|display)[-_]?(name|id)$|[fl]name$|user$|uid$|(subscriber|member|contact|lead|client|visitor|customer|recipient)[-_]?(name|id|key)$|ck_sub|birth|dob$|street$|postcode$";
const OWN = new RegExp(`^(${CLICK}|${PERSON})`, "i");

const plain = (text) => {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
};

// A value with an `@` is personal, whatever its name.
const shared = (query) =>
  query
    .split("&")
    .filter((pair) => pair && !OWN.test(plain(pair.split("=")[0])) && !/@/.test(plain(pair)))
    .join("&");

const joined = (path, query) => path + (query && `?${query}`);

// The part after `#` may be a route with its own query, or only a query. The code is appended to it.
const routed = (hash) => {
  const [path, ...query] = hash.split("?");
  const route = joined(/[=&]/.test(path) ? shared(path) : path, shared(query.join("?")));
  return route && route + (/[?=]/.test(route) ? "&" : "?");
};

export const pageOf = () => {
  const [address, hash = ""] = location.href.split(/#(.*)/s);
  const [path, ...query] = address.split("?");
  return `${joined(path, shared(query.join("?")))}#${routed(hash)}`;
};
