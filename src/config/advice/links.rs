//! Links and pictures as people write them.

use super::last;
use crate::config::{Finding, href::relative, path::Path, problem::Kind};

pub(super) fn advice(path: &Path, kind: &Kind) -> Option<String> {
    match kind {
        Kind::BadLink { href } => link(href, last(path)),
        _ => None,
    }
}

fn link(href: &str, field: &str) -> Option<String> {
    let no = format!("the widget can't open `{href}`");
    let is_picture = field == "image" || field == "logo";
    let drive = href.get(1..3).is_some_and(|it| it == ":\\" || it == ":/");
    if drive || href.starts_with("file:") || href.starts_with("\\\\") {
        let own = href.rsplit(['\\', '/']).next().unwrap_or_default();
        let name = own.to_lowercase().replace([' ', '\t'], "-");
        let rename = if name == own { String::new() } else { format!("rename it to `{name}`, ") };
        let (place, folder) =
            if is_picture { ("the folder `images` of your site", "images/") } else { ("your site", "/") };
        return Some(format!(
            "`{href}` is on your own computer; {rename}upload it to {place} and write `{folder}{name}`"
        ));
    }
    if href.trim() != href {
        return Some(format!("{no}: there is a space before or after it; remove it"));
    }
    if let Some(rest) = ["mailto:", "tel:"]
        .iter()
        .find_map(|scheme| href.strip_prefix(scheme))
        .filter(|it| it.contains(' '))
    {
        let scheme = &href[..href.len() - rest.len()];
        return Some(format!("{no}: there is a space in it; write `{scheme}{}`", rest.replace(' ', "")));
    }
    if href.contains(' ') {
        let solid = href.replace(' ', "%20");
        return Some(match relative(&solid) {
            Some(Finding::RelativeLink { better, .. }) => format!("{no}; write `{better}`"),
            _ => format!("{no}: there is a space in it; write `{solid}`"),
        });
    }
    if href.contains('\\') {
        return Some(format!("{no}: write `/` instead of `\\`: `{}`", href.replace('\\', "/")));
    }
    if let Some(rest) = href.strip_prefix("http://") {
        return Some(format!("{no}: it is not encrypted; write `https://{rest}`"));
    }
    None
}
