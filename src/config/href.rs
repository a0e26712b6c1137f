//! Which links the widget opens: https, mailto, tel, and addresses on the site itself.

/// Whether a link is allowed. Characters that browsers strip before they look for a scheme are always refused.
pub fn allowed(href: &str) -> bool {
    if href.is_empty() || href.chars().any(|c| c.is_ascii_control() || c == ' ' || c == '\\') {
        return false;
    }
    match href.find([':', '/', '?', '#']) {
        Some(end) if href.as_bytes()[end] == b':' => {
            let scheme = &href[..end];
            ["https", "mailto", "tel"].iter().any(|allowed| scheme.eq_ignore_ascii_case(allowed))
        }
        _ => true,
    }
}

/// Whether this is an allowed address of a picture.
pub(super) fn picture(src: &str) -> bool {
    let other = |scheme: &str| src.get(..scheme.len()).is_some_and(|it| it.eq_ignore_ascii_case(scheme));
    allowed(src) && !other("mailto:") && !other("tel:")
}

#[cfg(feature = "authors")]
/// Top-level domains that are not file extensions too.
const SITES: [&str; 30] = [
    "com", "org", "net", "edu", "gov", "info", "io", "co", "ai", "app", "dev", "school", "academy", "college",
    "example", "eu", "uk", "us", "de", "at", "ch", "fr", "es", "it", "nl", "be", "pl", "ca", "au", "in",
];

/// A link that looks like a site or a mail address but lacks the scheme.
#[cfg(feature = "authors")]
pub(super) fn relative(href: &str) -> Option<super::Finding> {
    let found = |better: String| Some(super::Finding::RelativeLink { href: href.to_owned(), better });
    if href.contains([':', '{', ' ']) || href.starts_with(['/', '.', '#', '?']) {
        return None;
    }
    let site = href.split(['/', '?', '#']).next().unwrap_or_default();
    if site == href && site.contains('@') {
        return found(format!("mailto:{href}"));
    }
    let digits = href.trim_start_matches('+');
    if href.starts_with('+') && digits.len() > 5 && digits.bytes().all(|it| it.is_ascii_digit() || it == b'-') {
        return found(format!("tel:{href}"));
    }
    let ending = site.rsplit_once('.').map(|(_, ending)| ending.to_lowercase())?;
    (site.starts_with("www.") || SITES.contains(&ending.as_str())).then(|| found(format!("https://{href}")))?
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn good() {
        for href in [
            "https://school.example/a?b=c:d#e",
            "HTTPS://x.example",
            "mailto:a@b.example",
            "tel:+123",
            "/courses",
            "courses/python",
            "../up",
            "?q=a:b",
            "#top",
            "//cdn.example/x",
        ] {
            assert!(allowed(href), "{href}");
        }
    }

    #[test]
    fn bad() {
        for href in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:x",
            "data:text/html,x",
            "vbscript:x",
            "http://school.example",
            "blob:x",
            "\u{1}javascript:x",
            "\\\\evil",
        ] {
            assert!(!allowed(href), "{href:?}");
        }
    }
}
