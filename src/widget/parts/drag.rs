//! A question that can be dragged onto like or pass, by finger, pen or mouse. The buttons and keys do the same.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent};
use yew::prelude::*;

use crate::{matcher::Answer, quiz::Move};

/// Pixels after which a press is a drag and not a click.
const LIFT: f64 = 8.0;
/// Pixels after which letting go is an answer.
const ENOUGH: f64 = 80.0;

/// What the dragged element and its choices need to know.
pub(in crate::widget) struct Drag {
    pub(in crate::widget) area: NodeRef,
    /// The choice that letting go would pick.
    pub(in crate::widget) leaning: Option<usize>,
    pub(in crate::widget) on_down: Option<Callback<PointerEvent>>,
    pub(in crate::widget) on_drag: Option<Callback<PointerEvent>>,
    pub(in crate::widget) on_up: Option<Callback<PointerEvent>>,
    pub(in crate::widget) on_cancel: Option<Callback<PointerEvent>>,
}

/// Where a press began.
#[derive(Clone, Copy)]
struct Grip {
    pointer: i32,
    x: f64,
    lifted: bool,
}

/// Nothing but a reference where the card is not one to like or pass.
#[hook]
pub(in crate::widget) fn use_drag(swipe: bool, on_move: &Callback<Move>) -> Drag {
    let area = use_node_ref();
    let leaning = use_state(|| None);
    let grip = use_mut_ref(|| None::<Grip>);
    let mut drag = Drag {
        area: area.clone(),
        leaning: *leaning,
        on_down: None,
        on_drag: None,
        on_up: None,
        on_cancel: None,
    };
    if !swipe {
        return drag;
    }
    let end = {
        let (area, grip, leaning) = (area.clone(), grip.clone(), leaning.clone());
        move || {
            let was = grip.borrow_mut().take();
            place(&area, None);
            leaning.set(None);
            was
        }
    };
    drag.on_down = Some({
        let grip = grip.clone();
        Callback::from(move |event: PointerEvent| {
            if event.is_primary() && event.button() == 0 {
                let x = f64::from(event.client_x());
                *grip.borrow_mut() = Some(Grip { pointer: event.pointer_id(), x, lifted: false });
            }
        })
    });
    drag.on_drag = Some({
        let (area, grip, leaning) = (area.clone(), grip, leaning);
        Callback::from(move |event: PointerEvent| {
            let mut held = grip.borrow_mut();
            let Some(grip) = held.as_mut().filter(|grip| grip.pointer == event.pointer_id()) else { return };
            let off = f64::from(event.client_x()) - grip.x;
            if !grip.lifted && off.abs() > LIFT {
                grip.lifted = true;
                if let Some(element) = area.cast::<Element>() {
                    // Without the capture a fast drag may be lost, and then it springs back.
                    let _ = element.set_pointer_capture(grip.pointer);
                }
            }
            if grip.lifted {
                place(&area, Some(off));
                leaning.set(towards(&area, off));
            }
        })
    });
    drag.on_up = Some({
        let (area, end, on_move) = (area, end.clone(), on_move.clone());
        Callback::from(move |event: PointerEvent| {
            let Some(grip) = end().filter(|grip| grip.lifted) else { return };
            if let Some(row) = towards(&area, f64::from(event.client_x()) - grip.x) {
                on_move.emit(Move::Choose(Answer::one(row)));
            }
        })
    });
    drag.on_cancel = Some(Callback::from(move |_: PointerEvent| {
        end();
    }));
    drag
}

/// Moves what is dragged. By CSSOM: strict policies block `style` attributes.
fn place(area: &NodeRef, off: Option<f64>) {
    let Some(element) = area.cast::<HtmlElement>() else { return };
    // An element that takes no property stays where it is.
    let _ = match off {
        Some(off) => element.style().set_property("--cm-off", &[&(off as i32).to_string(), "px"].concat()),
        None => element.style().remove_property("--cm-off").map(|_| ()),
    };
}

/// The choice that stands on the side of the drag, if that is far enough.
fn towards(area: &NodeRef, off: f64) -> Option<usize> {
    let form = area.cast::<Element>()?.closest("form").ok()??;
    let inputs = form.query_selector_all(".cm-choice").ok()?;
    let middle = |at: u32| {
        let choice = inputs.item(at)?.dyn_into::<Element>().ok()?.get_bounding_client_rect();
        Some(choice.left() + choice.width() / 2.0)
    };
    let like = middle(0)? > middle(1)?;
    (off.abs() >= ENOUGH).then_some(usize::from((off > 0.0) != like))
}
