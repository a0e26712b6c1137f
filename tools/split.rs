//! Splits the optimised WebAssembly into a primary and parts that are fetched when they are needed.
//!
//! A part is what only its doors lead to: function bodies and nothing else, which share the primary's memory, tables
//! and globals. In the primary a door is a call through a new place in the table, and the part fills that place when
//! it is instantiated. So a function that anybody else may call, function pointers included, stays where it was. This
//! file must never know what a part is for.

use std::collections::BTreeSet;

use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportKind, ImportedFunction, LocalFunction, Module, ModuleConfig, TableId,
    ir::{Value, Visitor, dfs_in_order},
};

/// Each part and its doors, functions by their paths. A door is `#[inline(never)]` in Rust.
const PARTS: [(&str, &[&str]); 5] = [
    (
        "result",
        &[
            "career_matcher::embed::follow_link",
            "career_matcher::embed::persistence::find",
            "career_matcher::embed::persistence::save",
            "career_matcher::embed::persistence::address",
            "career_matcher::widget::career_matcher::now_first",
            "career_matcher::widget::screens::outcome::view_outcome",
            "<career_matcher::widget::words::table::Locale>::lost",
            "<career_matcher::widget::words::table::Locale>::shared",
        ],
    ),
    ("faults", &["<career_matcher::embed::fault::Fault>::new"]),
    (
        "texts",
        &[
            "career_matcher::config::locale::localise",
            "career_matcher::embed::told_by_page",
            "career_matcher::quiz::interpolation::interpolated",
            "career_matcher::widget::components::rich::view_rich",
            "career_matcher::widget::words::table::said_by_page",
        ],
    ),
    (
        "adaptive",
        &[
            "<career_matcher::adaptive::Planner>::confidence",
            "<career_matcher::adaptive::Planner>::expected",
            "<career_matcher::adaptive::Planner>::new",
            "<career_matcher::adaptive::Planner>::next",
            "<career_matcher::matcher::models::Matcher>::expecting",
            "<career_matcher::matcher::models::Matcher>::is_certain",
        ],
    ),
    (
        "extra",
        &[
            "career_matcher::embed::go_to",
            "career_matcher::config::read::matching::a_trait",
            "career_matcher::config::read::structs::asking",
            "career_matcher::config::read::matching::axis",
            "career_matcher::config::read::structs::calibration",
            "career_matcher::config::read::structs::condition",
            "career_matcher::config::read::matching::expect",
            "career_matcher::config::read::structs::filter",
            "career_matcher::config::read::structs::group",
            "career_matcher::config::read::structs::habit",
            "career_matcher::config::read::structs::logo",
            "career_matcher::config::read::outcome::links",
            "career_matcher::config::read::outcome::result_page",
            "career_matcher::config::read::structs::rule",
            "<career_matcher::config::read::Object>::words",
            "<career_matcher::config::check::Checker>::asking",
            "<career_matcher::config::check::Checker>::axes",
            "career_matcher::config::check::axes::add_types",
            "<career_matcher::config::check::Checker>::condition",
            "<career_matcher::config::check::Checker>::expects",
            "<career_matcher::config::check::Checker>::groups",
            "<career_matcher::config::check::Checker>::logo",
            "<career_matcher::config::check::Checker>::matching",
            "<career_matcher::config::check::Checker>::rules",
            "<career_matcher::config::check::Checker>::some_chances",
            "<career_matcher::config::check::Checker>::tie_career",
            "<career_matcher::config::check::Checker>::traits",
            "<career_matcher::config::check::Checker>::calibration",
            "<career_matcher::config::check::Checker>::filter_values",
            "<career_matcher::config::check::Checker>::filters",
            "<career_matcher::matcher::flow::CompiledCard>::choices",
            "<career_matcher::matcher::models::traits::Profiles>::shares",
            "career_matcher::matcher::flow::holds",
            "career_matcher::matcher::flow::tell_apart",
            "<career_matcher::matcher::models::Matcher>::settle",
            "career_matcher::matcher::models::bayes::compile",
            "career_matcher::matcher::models::bayes::posterior",
            "career_matcher::matcher::models::points::random_baseline",
            "career_matcher::matcher::models::traits::compile",
            "career_matcher::matcher::paths::most",
            "career_matcher::quiz::state::mix",
        ],
    ),
];

/// The module from which parts import what is the primary's.
const PRIMARY: &str = "b";

/// Functions by their place in the module, which is the same each time that it is parsed.
type Set = BTreeSet<usize>;

pub struct Split {
    pub primary: Vec<u8>,
    pub parts: Vec<(&'static str, Vec<u8>)>,
}

struct Whole {
    module: Module,
    functions: Vec<FunctionId>,
}

/// What goes where.
struct Plan {
    moved: Vec<Set>,
    /// By part, the doors that are open to others; each has a place in the table.
    doors: Vec<Set>,
}

/// The doors of all parts, which must not be made part of other functions.
pub fn doors() -> impl Iterator<Item = &'static str> {
    PARTS.into_iter().flat_map(|(_, doors)| doors).copied()
}

/// Splits a module that still has the names of its functions.
pub fn split(wasm: &[u8]) -> Split {
    let whole = Whole::parse(wasm);
    let plan = whole.plan();
    let first = whole.module.tables.get(whole.table()).initial;
    let mut primary = Whole::parse(wasm);
    primary.keep(&plan, first);
    let mut parts = Vec::new();
    let mut slot = first;
    for ((name, _), (moved, doors)) in PARTS.iter().zip(plan.moved.iter().zip(&plan.doors)) {
        let mut part = Whole::parse(wasm);
        part.become_part(moved, doors, slot, &mut primary);
        slot += doors.len() as u64;
        parts.push((*name, part.module.emit_wasm()));
    }
    walrus::passes::gc::run(&mut primary.module);
    Split { primary: primary.module.emit_wasm(), parts }
}

impl Whole {
    fn parse(wasm: &[u8]) -> Self {
        let mut config = ModuleConfig::new();
        config.generate_name_section(false).generate_producers_section(false);
        let module = config.parse(wasm).expect("wasm-opt writes valid WebAssembly");
        let functions = module.funcs.iter().map(|function| function.id()).collect();
        Self { module, functions }
    }

    /// The table of function pointers.
    fn table(&self) -> TableId {
        let table = self.module.tables.main_function_table().expect("one table of functions");
        table.expect("a table of functions")
    }

    fn place(&self, id: FunctionId) -> usize {
        self.functions.binary_search(&id).expect("each function has its place")
    }

    fn path(&self, id: FunctionId) -> String {
        unhashed(self.module.funcs.get(id).name.as_deref().unwrap_or_default())
    }

    fn plan(&self) -> Plan {
        let paths: Vec<_> = self.functions.iter().map(|id| self.path(*id)).collect();
        let named = |door: &&str| {
            let at = paths.iter().position(|path| path == door);
            at.unwrap_or_else(|| panic!("{door} is no function of its own: was it renamed, or made part of another?"))
        };
        let named = PARTS.map(|(_, doors)| doors.iter().map(named).collect::<Set>());
        let calls: Vec<Set> = self.functions.iter().map(|id| self.calls(*id)).collect();
        let roots = self.roots();
        // Walks calls, but through no door.
        let all_doors: Set = named.iter().flatten().copied().collect();
        let reached = |from: &Set, open: &Set| -> Set {
            let (mut reached, mut ahead) = (Set::new(), from.iter().copied().collect::<Vec<_>>());
            while let Some(at) = ahead.pop() {
                if (open.contains(&at) || !all_doors.contains(&at)) && reached.insert(at) {
                    ahead.extend(&calls[at]);
                }
            }
            reached
        };
        let kept = reached(&roots, &Set::new());
        let within: Vec<Set> = named.iter().map(|doors| reached(doors, doors)).collect();
        let is_local = |at: &usize| matches!(self.module.funcs.get(self.functions[*at]).kind, FunctionKind::Local(_));
        let moved = |part: usize| -> Set {
            let others = |at: &usize| within.iter().enumerate().any(|(other, set)| other != part && set.contains(at));
            let own = within[part].iter().filter(|at| !kept.contains(at) && !others(at) && is_local(at));
            own.copied().collect()
        };
        let moved: Vec<Set> = (0..PARTS.len()).map(moved).collect();
        let open = |part: usize| -> Set {
            let outside = (0..calls.len()).filter(|at| !moved[part].contains(at)).flat_map(|at| &calls[at]);
            let called: Set = outside.chain(&roots).copied().collect();
            named[part].intersection(&called).copied().collect()
        };
        let doors = (0..PARTS.len()).map(open).collect();
        Plan { moved, doors }
    }

    fn calls(&self, id: FunctionId) -> Set {
        struct Calls(Vec<FunctionId>);
        impl Visitor<'_> for Calls {
            fn visit_function_id(&mut self, function: &FunctionId) {
                self.0.push(*function);
            }
        }
        let mut calls = Calls(Vec::new());
        if let FunctionKind::Local(local) = &self.module.funcs.get(id).kind {
            dfs_in_order(&mut calls, local, local.entry_block());
        }
        calls.0.into_iter().map(|id| self.place(id)).collect()
    }

    /// Functions that anybody may call.
    fn roots(&self) -> Set {
        let mut roots: Vec<_> = self.module.start.into_iter().collect();
        roots.extend(self.module.exports.iter().filter_map(|export| match export.item {
            ExportItem::Function(id) => Some(id),
            _ => None,
        }));
        for segment in self.module.elements.iter() {
            match &segment.items {
                ElementItems::Functions(functions) => roots.extend(functions),
                ElementItems::Expressions(..) => panic!("function pointers are listed one by one"),
            }
        }
        roots.into_iter().map(|id| self.place(id)).collect()
    }

    /// Puts a call through the table in the place of each door. The bodies of the parts fall away then.
    fn keep(&mut self, plan: &Plan, first: u64) {
        let table = self.table();
        for (door, slot) in plan.doors.iter().flatten().zip(first..) {
            let ty = self.module.funcs.get(self.functions[*door]).ty();
            let stub = self.stub(ty, table, slot);
            self.module.funcs.get_mut(self.functions[*door]).kind = FunctionKind::Local(stub);
        }
        let more = plan.doors.iter().map(Set::len).sum::<usize>() as u64;
        let table = self.module.tables.get_mut(table);
        table.initial += more;
        table.maximum = table.maximum.map(|most| most + more);
    }

    fn stub(&mut self, ty: walrus::TypeId, table: TableId, slot: u64) -> LocalFunction {
        let (params, results) = self.module.types.params_results(ty);
        let (params, results) = (params.to_vec(), results.to_vec());
        let arguments: Vec<_> = params.iter().map(|it| self.module.locals.add(*it)).collect();
        let mut stub = FunctionBuilder::new(&mut self.module.types, &params, &results);
        let mut body = stub.func_body();
        for argument in &arguments {
            body.local_get(*argument);
        }
        body.i32_const(slot as i32).call_indirect(ty, table);
        stub.local_func(arguments)
    }

    /// Leaves the bodies of a part, and imports everything else: from where it came, or from the primary.
    fn become_part(&mut self, moved: &Set, doors: &Set, slot: u64, primary: &mut Self) {
        let table = self.table();
        let module = &mut self.module;
        module.start = None;
        module
            .exports
            .iter()
            .map(|it| it.id())
            .collect::<Vec<_>>()
            .into_iter()
            .for_each(|it| module.exports.delete(it));
        module
            .data
            .iter()
            .map(|it| it.id())
            .collect::<Vec<_>>()
            .into_iter()
            .for_each(|it| module.data.delete(it));
        module.memories.iter_mut().for_each(|it| it.data_segments.clear());
        let segments: Vec<_> = module.elements.iter().map(|it| it.id()).collect();
        segments.into_iter().for_each(|it| module.elements.delete(it));
        module.tables.iter_mut().for_each(|it| it.elem_segments.clear());
        let offset = ConstExpr::Value(Value::I32(slot as i32));
        let filling = doors.iter().map(|at| self.functions[*at]).collect();
        let kind = ElementKind::Active { table, offset };
        let segment = module.elements.add(kind, ElementItems::Functions(filling));
        module.tables.get_mut(table).elem_segments.insert(segment);
        self.borrow(moved, primary);
    }

    /// Imports what is the primary's, which exports what is left of that.
    fn borrow(&mut self, moved: &Set, primary: &mut Self) {
        let module = &mut self.module;
        for (at, id) in self.functions.iter().enumerate() {
            let function = module.funcs.get_mut(*id);
            if !moved.contains(&at) && matches!(function.kind, FunctionKind::Local(_)) {
                let import = module.imports.add(PRIMARY, &format!("f{at}"), *id);
                function.kind = FunctionKind::Import(ImportedFunction { import, ty: function.ty() });
            }
        }
        for (at, memory) in module.memories.iter_mut().enumerate() {
            memory.import = Some(module.imports.add(PRIMARY, &format!("m{at}"), memory.id()));
        }
        for (at, table) in module.tables.iter_mut().enumerate() {
            table.import = Some(module.imports.add(PRIMARY, &format!("t{at}"), table.id()));
            // An import must not ask for a smaller table than there is.
            table.maximum = None;
        }
        for (at, id) in module.globals.iter().map(|it| it.id()).collect::<Vec<_>>().into_iter().enumerate() {
            let import = module.imports.add(PRIMARY, &format!("g{at}"), id);
            module.globals.get_mut(id).kind = GlobalKind::Import(import);
        }
        walrus::passes::gc::run(module);
        let used: Vec<_> = module.imports.iter().filter(|it| it.module == PRIMARY).map(|it| it.id()).collect();
        for id in used {
            let import = module.imports.get_mut(id);
            let at: usize = import.name[1..].parse().expect("a place");
            let theirs = &mut primary.module;
            let item = match import.kind {
                ImportKind::Function(_) => ExportItem::Function(primary.functions[at]),
                ImportKind::Memory(_) => ExportItem::Memory(theirs.memories.iter().nth(at).expect("a memory").id()),
                ImportKind::Table(_) => ExportItem::Table(theirs.tables.iter().nth(at).expect("a table").id()),
                ImportKind::Global(_) => ExportItem::Global(theirs.globals.iter().nth(at).expect("a global").id()),
                ImportKind::Tag(_) => panic!("Rust throws nothing here"),
            };
            import.name = exported(theirs, item);
        }
    }
}

/// The name under which the primary exports something, from now on at the latest.
fn exported(primary: &mut Module, item: ExportItem) -> String {
    let same = |it: &ExportItem| match (it, &item) {
        (ExportItem::Function(a), ExportItem::Function(b)) => a == b,
        (ExportItem::Memory(a), ExportItem::Memory(b)) => a == b,
        (ExportItem::Table(a), ExportItem::Table(b)) => a == b,
        (ExportItem::Global(a), ExportItem::Global(b)) => a == b,
        _ => false,
    };
    if let Some(export) = primary.exports.iter().find(|it| same(&it.item)) {
        return export.name.clone();
    }
    let name = primary.exports.iter().count().to_string();
    primary.exports.add(&name, item);
    name
}

/// A path without the numbers of its crates: `career_matcher[f18c]::widget` is `career_matcher::widget`.
fn unhashed(name: &str) -> String {
    let mut pieces = name.split('[');
    let mut path = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        match piece.split_once(']') {
            Some((hash, rest)) if hash.bytes().all(|it| it.is_ascii_hexdigit()) => path += rest,
            _ => path.extend(["[", piece]),
        }
    }
    path
}
