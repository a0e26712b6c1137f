//! Attributes whose values are not written out in the markup, a class among them.
//!
//! Yew makes a set of names of a class that is not written out, and its hash map costs 2 KB before the first card.

use std::rc::Rc;

use yew::{
    prelude::*,
    virtual_dom::{AttributeOrProperty, Attributes, VNode},
};

/// An element with these attributes instead of its own; those without a value are left out.
#[inline(never)]
pub(in crate::widget) fn with_attributes(
    element: Html,
    names: &'static [&'static str],
    values: &[Option<&AttrValue>],
) -> Html {
    let VNode::VTag(tag) = element else { return element };
    // Nobody else has seen it yet.
    let mut tag = match Rc::try_unwrap(tag) {
        Ok(tag) => tag,
        Err(tag) => return VNode::VTag(tag),
    };
    let value = |value: &Option<&AttrValue>| value.cloned().map(AttributeOrProperty::Attribute);
    tag.set_attributes(Attributes::Dynamic { keys: names, values: values.iter().map(value).collect() });
    tag.into()
}

/// An element that has a class and nothing else.
#[inline(never)]
pub(in crate::widget) fn with_class(class: &'static str, element: Html) -> Html {
    with_attributes(element, &["class"], &[(!class.is_empty()).then_some(&AttrValue::Static(class))])
}
