//! Splits the optimised WebAssembly into a primary and chunks that load on demand.
//!
//! A chunk has only function bodies: its entries and the functions that only they call. It shares the primary's memory,
//! tables and globals. In the primary an entry is a call through a new slot in the table; the chunk fills that slot
//! when it is instantiated. So a function that other code may call, also through a function pointer, stays in the
//! primary. This file must never know what a chunk is for.

use std::collections::BTreeSet;

use walrus::{
    ConstExpr, ElementItems, ElementKind, ExportItem, FunctionBuilder, FunctionId, FunctionKind, GlobalKind,
    ImportKind, ImportedFunction, LocalFunction, Module, ModuleConfig, TableId,
    ir::{Value, Visitor, dfs_in_order},
};

use super::chunk_table::ENTRIES;

/// The name of the primary in the imports of chunks.
const PRIMARY: &str = "b";

/// Functions by index, which is the same each time that the module is parsed.
type Set = BTreeSet<usize>;

pub struct Split {
    pub primary: Vec<u8>,
    pub chunks: Vec<(&'static str, Vec<u8>)>,
}

struct Whole {
    module: Module,
    functions: Vec<FunctionId>,
}

/// Which functions go into which chunk.
struct Plan {
    moved: Vec<Set>,
    /// By chunk, the entries that other code calls; each has a slot in the table.
    entries: Vec<Set>,
}

/// The entries of all chunks. wasm-opt must not inline them into other functions.
pub fn entries() -> impl Iterator<Item = &'static str> {
    ENTRIES.into_iter().flat_map(|(_, entries)| entries).copied()
}

/// Splits a module that still has the names of its functions.
pub fn split(wasm: &[u8]) -> Split {
    let whole = Whole::parse(wasm);
    let plan = whole.plan();
    let first = whole.module.tables.get(whole.table()).initial;
    let mut primary = Whole::parse(wasm);
    primary.keep(&plan, first);
    let mut chunks = Vec::new();
    let mut slot = first;
    for ((name, _), (moved, entries)) in ENTRIES.iter().zip(plan.moved.iter().zip(&plan.entries)) {
        let mut chunk = Whole::parse(wasm);
        chunk.become_chunk(moved, entries, slot, &mut primary);
        slot += entries.len() as u64;
        chunks.push((*name, chunk.module.emit_wasm()));
    }
    walrus::passes::gc::run(&mut primary.module);
    Split { primary: primary.module.emit_wasm(), chunks }
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
        let named = |entry: &&str| {
            let at = paths.iter().position(|path| path == entry);
            at.unwrap_or_else(|| panic!("{entry} is no function of its own: was it renamed, or made chunk of another?"))
        };
        let named = ENTRIES.map(|(_, entries)| entries.iter().map(named).collect::<Set>());
        let calls: Vec<Set> = self.functions.iter().map(|id| self.calls(*id)).collect();
        let roots = self.roots();
        // Follows calls, but not through entries.
        let all_entries: Set = named.iter().flatten().copied().collect();
        let reached = |from: &Set, open: &Set| -> Set {
            let (mut reached, mut ahead) = (Set::new(), from.iter().copied().collect::<Vec<_>>());
            while let Some(at) = ahead.pop() {
                if (open.contains(&at) || !all_entries.contains(&at)) && reached.insert(at) {
                    ahead.extend(&calls[at]);
                }
            }
            reached
        };
        let kept = reached(&roots, &Set::new());
        let within: Vec<Set> = named.iter().map(|entries| reached(entries, entries)).collect();
        let is_local = |at: &usize| matches!(self.module.funcs.get(self.functions[*at]).kind, FunctionKind::Local(_));
        let moved = |chunk: usize| -> Set {
            let others = |at: &usize| within.iter().enumerate().any(|(other, set)| other != chunk && set.contains(at));
            let own = within[chunk].iter().filter(|at| !kept.contains(at) && !others(at) && is_local(at));
            own.copied().collect()
        };
        let moved: Vec<Set> = (0..ENTRIES.len()).map(moved).collect();
        let open = |chunk: usize| -> Set {
            let outside = (0..calls.len()).filter(|at| !moved[chunk].contains(at)).flat_map(|at| &calls[at]);
            let called: Set = outside.chain(&roots).copied().collect();
            named[chunk].intersection(&called).copied().collect()
        };
        let entries = (0..ENTRIES.len()).map(open).collect();
        Plan { moved, entries }
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

    /// Functions that any code may call.
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

    /// Replaces the body of each entry with a call through the table, which makes the bodies of the chunks unused.
    fn keep(&mut self, plan: &Plan, first: u64) {
        let table = self.table();
        for (entry, slot) in plan.entries.iter().flatten().zip(first..) {
            let ty = self.module.funcs.get(self.functions[*entry]).ty();
            let stub = self.stub(ty, table, slot);
            self.module.funcs.get_mut(self.functions[*entry]).kind = FunctionKind::Local(stub);
        }
        let more = plan.entries.iter().map(Set::len).sum::<usize>() as u64;
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

    /// Keeps only the bodies of a chunk, and imports everything else: from its original module, or from the primary.
    fn become_chunk(&mut self, moved: &Set, entries: &Set, slot: u64, primary: &mut Self) {
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
        let filling = entries.iter().map(|at| self.functions[*at]).collect();
        let kind = ElementKind::Active { table, offset };
        let segment = module.elements.add(kind, ElementItems::Functions(filling));
        module.tables.get_mut(table).elem_segments.insert(segment);
        self.borrow(moved, primary);
    }

    /// Imports what belongs to the primary, and makes the primary export it.
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
            // An import must not require a smaller table than the actual one.
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

/// The name under which the primary exports an item; exports it if necessary.
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

/// A path without the hashes of its crates: `career_matcher[f18c]::widget` becomes `career_matcher::widget`.
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
