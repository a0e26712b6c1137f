//! Finds pictures that are missing next to the config, for addresses on the same site.

use std::path::Path;

use crate::config::{Checked, Finding, Image, Kind, Problem, Trail, closest};

pub(super) fn missing(path: &Path, config: &Checked) -> Vec<Problem> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let is_missing = |src: &str| {
        let file = src.split(['?', '#']).next().unwrap_or_default();
        let elsewhere = file.is_empty() || file.starts_with('/') || file.contains(':') || path == Path::new("-");
        !elsewhere && !folder.join(file.replace("%20", " ")).is_file()
    };
    let cards = Trail::Root.key("cards");
    let mut found = Vec::new();
    let mut see = |way: &Trail, image: Option<&Image>| {
        if let Some(Image { src, .. }) = image.filter(|it| is_missing(&it.src)) {
            let near = near(folder, src).map(String::into_boxed_str);
            let kind = Kind::Found(Finding::NoPicture { file: src.as_str().into(), near });
            found.push(Problem::warning(way.key("image").path(), kind));
        }
    };
    see(&Trail::Root.key("logo"), config.logo());
    let careers = Trail::Root.key("careers");
    config
        .careers()
        .iter()
        .enumerate()
        .for_each(|(i, career)| see(&careers.index(i), career.image.as_ref()));
    for (i, card) in config.cards().iter().enumerate() {
        let card_way = cards.index(i);
        see(&card_way, card.image.as_ref());
        let options = card_way.key("options");
        card.response
            .options()
            .iter()
            .enumerate()
            .for_each(|(at, option)| see(&options.index(at), option.image.as_ref()));
    }
    found
}

/// A picture in the same folder with a similar name.
fn near(folder: &Path, src: &str) -> Option<String> {
    let (way, name) = src.rsplit_once('/').map_or(("", src), |(way, name)| (way, name));
    let files = std::fs::read_dir(folder.join(way)).ok()?;
    let mut names: Vec<_> = files.filter_map(|it| it.ok()?.file_name().into_string().ok()).collect();
    names.sort();
    let near = closest(name, names.iter().map(String::as_str))?;
    Some(if way.is_empty() { near.to_owned() } else { format!("{way}/{near}") })
}
