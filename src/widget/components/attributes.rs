//! Attributes, including classes, whose values are not literals in the markup.
//!
//! Yew builds a set for a class that is not a literal, and its hash map would add 2 KB before the first card.

use std::rc::Rc;

use yew::{
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, VNode},
};

/// The element with these attributes instead of its own; attributes without a value are left out.
#[inline(never)]
pub(in crate::widget) fn with_attributes(
    element: Html,
    names: &'static [&'static str],
    values: &[Option<&AttrValue>],
) -> Html {
    let VNode::VTag(tag) = element else { return element };
    // The reference is unique.
    let mut tag = match Rc::try_unwrap(tag) {
        Ok(tag) => tag,
        Err(tag) => return VNode::VTag(tag),
    };
    let value = |value: &Option<&AttrValue>| value.cloned().map(AttributeOrProperty::Attribute);
    tag.set_attributes(Attributes::Dynamic { keys: names, values: values.iter().map(value).collect() });
    tag.into()
}

/// An element with only a class.
#[inline(never)]
pub(in crate::widget) fn with_class(class: &'static str, element: Html) -> Html {
    with_attributes(element, &["class"], &[(!class.is_empty()).then_some(&AttrValue::Static(class))])
}
