//! The structures of Arrow's C interface, in and out of capsules.
//!
//! The only file with `unsafe` in it. What comes in is copied into values of our own before anything else
//! looks at it; what goes out is owned by the structure that is handed over and freed by its `release`.
//! See <https://arrow.apache.org/docs/format/CDataInterface/PyCapsuleInterface.html>.

#![allow(unsafe_code, reason = "pointers of the C interface, each with the reason why it may be followed")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;

use arrow_data::ArrayData;
use arrow_data::ffi::FFI_ArrowArray;
use arrow_schema::DataType;
use arrow_schema::ffi::FFI_ArrowSchema;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

use super::column::{Column, Texts};

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";
/// The system's word for a wrong argument.
const EINVAL: c_int = 22;

/// `struct ArrowArrayStream`.
#[repr(C)]
struct Stream {
    get_schema: Option<unsafe extern "C" fn(*mut Stream, *mut FFI_ArrowSchema) -> c_int>,
    get_next: Option<unsafe extern "C" fn(*mut Stream, *mut FFI_ArrowArray) -> c_int>,
    get_last_error: Option<unsafe extern "C" fn(*mut Stream) -> *const c_char>,
    release: Option<unsafe extern "C" fn(*mut Stream)>,
    private_data: *mut c_void,
}

// SAFETY: the interface lets a stream be moved to another thread; it is used by one at a time, since all its
// functions take it by a pointer that we hand out once.
unsafe impl Send for Stream {}

impl Stream {
    const fn empty() -> Self {
        Self {
            get_schema: None,
            get_next: None,
            get_last_error: None,
            release: None,
            private_data: ptr::null_mut(),
        }
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        if let Some(release) = self.release {
            // SAFETY: a stream with `release` set has not been released; it is called once, since the callee
            // sets it to null and the value is gone after this.
            unsafe { release(self) }
        }
    }
}

/// What a stream of ours keeps.
struct Outgoing {
    rows: ArrayData,
    given: bool,
}

/// A capsule with a stream of one batch.
pub(super) fn stream(py: Python<'_>, rows: ArrayData) -> PyResult<Bound<'_, PyCapsule>> {
    let outgoing = Box::new(Outgoing { rows, given: false });
    let stream = Stream {
        get_schema: Some(give_schema),
        get_next: Some(give_next),
        get_last_error: Some(no_error),
        release: Some(release),
        private_data: Box::into_raw(outgoing).cast(),
    };
    PyCapsule::new_with_value(py, stream, STREAM)
}

/// A capsule with the schema of a table.
pub(super) fn schema<'py>(py: Python<'py>, of: &DataType) -> PyResult<Bound<'py, PyCapsule>> {
    let schema = FFI_ArrowSchema::try_from(of).map_err(|error| PyValueError::new_err(error.to_string()))?;
    PyCapsule::new_with_value(py, schema, SCHEMA)
}

unsafe extern "C" fn give_schema(stream: *mut Stream, out: *mut FFI_ArrowSchema) -> c_int {
    // SAFETY: by the interface the stream is ours and not released, so `private_data` is the box that `stream`
    // put there; `out` points to room for a schema, which need not hold one yet, so it is written, not assigned.
    unsafe {
        let Some(outgoing) = (*stream).private_data.cast::<Outgoing>().as_ref() else { return EINVAL };
        match FFI_ArrowSchema::try_from(outgoing.rows.data_type()) {
            Ok(schema) => {
                ptr::write(out, schema);
                0
            }
            Err(_) => EINVAL,
        }
    }
}

unsafe extern "C" fn give_next(stream: *mut Stream, out: *mut FFI_ArrowArray) -> c_int {
    // SAFETY: as in `give_schema`; nobody else uses the stream meanwhile, so the box may be borrowed mutably.
    // An array whose `release` is null says that there are no more.
    unsafe {
        let Some(outgoing) = (*stream).private_data.cast::<Outgoing>().as_mut() else { return EINVAL };
        let next = if outgoing.given { FFI_ArrowArray::empty() } else { FFI_ArrowArray::new(&outgoing.rows) };
        outgoing.given = true;
        ptr::write(out, next);
        0
    }
}

unsafe extern "C" fn no_error(_stream: *mut Stream) -> *const c_char {
    ptr::null()
}

unsafe extern "C" fn release(stream: *mut Stream) {
    // SAFETY: called once, on a stream of ours; the box is taken back and freed.
    unsafe {
        let outgoing = (*stream).private_data.cast::<Outgoing>();
        if !outgoing.is_null() {
            drop(Box::from_raw(outgoing));
        }
        (*stream).private_data = ptr::null_mut();
        (*stream).release = None;
    }
}

/// A batch that came in: its columns by name.
pub(super) type Batch = Vec<(String, Column)>;

/// Everything that an object hands over: an Arrow stream, or one batch.
pub(super) fn batches(table: &Bound<'_, PyAny>) -> PyResult<Vec<Batch>> {
    if let Some(method) = table.getattr_opt("__arrow_c_stream__")? {
        let capsule = method.call0()?;
        return from_stream(capsule.cast::<PyCapsule>()?);
    }
    if let Some(method) = table.getattr_opt("__arrow_c_array__")? {
        let (schema, array): (Bound<'_, PyAny>, Bound<'_, PyAny>) = method.call0()?.extract()?;
        let schema = schema.cast::<PyCapsule>()?.pointer_checked(Some(SCHEMA))?;
        let array = array.cast::<PyCapsule>()?.pointer_checked(Some(ARRAY))?;
        // SAFETY: a capsule of this name holds such a structure, by the protocol; it is moved out, which leaves
        // a released one behind for the capsule to drop.
        let (schema, array) = unsafe {
            (
                FFI_ArrowSchema::from_raw(schema.cast().as_ptr()),
                FFI_ArrowArray::from_raw(array.cast().as_ptr()),
            )
        };
        return Ok(vec![batch(&schema, &array)?]);
    }
    let found = table.get_type().name()?.to_string();
    Err(PyTypeError::new_err(format!(
        "expected a table of Arrow, pandas or polars (with __arrow_c_stream__ or __arrow_c_array__), not {found}"
    )))
}

fn from_stream(capsule: &Bound<'_, PyCapsule>) -> PyResult<Vec<Batch>> {
    let pointer = capsule.pointer_checked(Some(STREAM))?;
    // SAFETY: as above.
    let mut stream = unsafe { ptr::replace(pointer.cast::<Stream>().as_ptr(), Stream::empty()) };
    let (Some(get_schema), Some(get_next)) = (stream.get_schema, stream.get_next) else {
        return Err(PyValueError::new_err("the stream was used before"));
    };
    let mut schema = FFI_ArrowSchema::empty();
    // SAFETY: the stream is not released and ours alone; `schema` is room for a schema.
    let failed = unsafe { get_schema(&raw mut stream, &raw mut schema) };
    check(&mut stream, failed)?;
    let mut batches = Vec::new();
    loop {
        let mut array = FFI_ArrowArray::empty();
        // SAFETY: as for the schema.
        let failed = unsafe { get_next(&raw mut stream, &raw mut array) };
        check(&mut stream, failed)?;
        if array.is_released() {
            return Ok(batches);
        }
        batches.push(batch(&schema, &array)?);
    }
}

fn check(stream: &mut Stream, failed: c_int) -> PyResult<()> {
    if failed == 0 {
        return Ok(());
    }
    let said = stream.get_last_error.and_then(|last| {
        // SAFETY: after a failed call and before the next, this is null or a text that ends in zero.
        let text = unsafe { last(stream) };
        // SAFETY: as said, and checked for null.
        (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_string_lossy().into_owned())
    });
    Err(PyValueError::new_err(said.unwrap_or_else(|| format!("the stream failed with {failed}"))))
}

fn batch(schema: &FFI_ArrowSchema, array: &FFI_ArrowArray) -> PyResult<Batch> {
    if schema.format() != "+s" {
        return Err(PyTypeError::new_err("expected a table with named columns, not a single column"));
    }
    let mut columns = Vec::new();
    for (at, field) in schema.children().enumerate() {
        if at >= array.num_children() {
            return Err(PyValueError::new_err("a batch has fewer columns than its schema"));
        }
        let name = field.name().unwrap_or("").to_owned();
        // A batch that is a slice says so on the outside; its columns begin that much later.
        let column = column(field, array.child(at), array.offset(), array.len());
        columns.push((name, column));
    }
    Ok(columns)
}

/// Copies a column: `length` values, from `skipped` on beyond the column's own offset.
fn column(schema: &FFI_ArrowSchema, array: &FFI_ArrowArray, skipped: usize, length: usize) -> Column {
    let format = schema.format();
    if array.len() < skipped.saturating_add(length) {
        return Column::Other { format: format!("{format}, shorter than the table") };
    }
    let from = array.offset().saturating_add(skipped);
    if let (Some(inner), Some(values)) = (schema.dictionary(), array.dictionary()) {
        let valid = validity(array, from, length);
        let Some(keys) = whole(format, array, from, length) else {
            return Column::Other { format: format.to_owned() };
        };
        let values = column(inner, values, 0, values.len());
        return Column::Coded { keys, valid, values: Box::new(values) };
    }
    if format == "n" {
        return Column::Nothing { length };
    }
    let valid = validity(array, from, length);
    if let Some(values) = whole(format, array, from, length) {
        return Column::Whole { values, valid };
    }
    match format {
        "u" => texts(offsets::<i32>(array, from, length), array, valid),
        "U" => texts(offsets::<i64>(array, from, length), array, valid),
        "vu" => views(array, from, length, valid),
        "tdD" => Column::Day { values: copied::<i32>(array, 1, from, length), valid },
        other => match other.strip_prefix("d:").and_then(decimal_scale) {
            Some(scale) => Column::Decimal { values: copied::<i128>(array, 1, from, length), scale, valid },
            None => Column::Other { format: other.to_owned() },
        },
    }
}

/// The scale of `precision,scale` or `precision,scale,128`.
fn decimal_scale(format: &str) -> Option<i32> {
    let mut parts = format.split(',');
    let (_, scale) = (parts.next()?, parts.next()?.parse().ok()?);
    matches!(parts.next(), None | Some("128")).then_some(scale)
}

fn whole(format: &str, array: &FFI_ArrowArray, from: usize, length: usize) -> Option<Vec<i64>> {
    fn wide<T: Copy + Into<i64>>(array: &FFI_ArrowArray, from: usize, length: usize) -> Vec<i64> {
        copied::<T>(array, 1, from, length).into_iter().map(Into::into).collect()
    }
    Some(match format {
        "c" => wide::<i8>(array, from, length),
        "C" => wide::<u8>(array, from, length),
        "s" => wide::<i16>(array, from, length),
        "S" => wide::<u16>(array, from, length),
        "i" => wide::<i32>(array, from, length),
        "I" => wide::<u32>(array, from, length),
        "l" => copied::<i64>(array, 1, from, length),
        // Beyond what an amount can be, and refused as such.
        "L" => {
            let values = copied::<u64>(array, 1, from, length).into_iter();
            values.map(|value| i64::try_from(value).unwrap_or(i64::MAX)).collect()
        }
        _ => return None,
    })
}

/// Copies values of fixed size out of a buffer.
fn copied<T: Copy>(array: &FFI_ArrowArray, buffer: usize, from: usize, length: usize) -> Vec<T> {
    if buffer >= array.num_buffers() || length == 0 {
        return Vec::new();
    }
    let start = array.buffer(buffer).cast::<T>();
    if start.is_null() {
        return Vec::new();
    }
    // SAFETY: by the interface, the buffer of an array of this format holds offset + length values of this size
    // (`from + length` is no more, checked in `column`). They are read one by one without alignment, which a
    // producer may not keep for 16 bytes.
    (0..length).map(|at| unsafe { start.add(from).add(at).read_unaligned() }).collect()
}

fn validity(array: &FFI_ArrowArray, from: usize, length: usize) -> Option<Vec<bool>> {
    if array.null_count_opt() == Some(0) || array.num_buffers() == 0 {
        return None;
    }
    let bits = array.buffer(0);
    if bits.is_null() {
        return None;
    }
    let valid = |at: usize| {
        let at = from.saturating_add(at);
        // SAFETY: the validity buffer has a bit for every one of offset + length values.
        let byte = unsafe { bits.add(at >> 3).read() };
        (byte >> (at & 7)) & 1 == 1
    };
    Some((0..length).map(valid).collect())
}

/// Where texts begin and end, one more than there are texts.
fn offsets<T: Copy + Into<i64>>(array: &FFI_ArrowArray, from: usize, length: usize) -> Vec<usize> {
    let offsets = copied::<T>(array, 1, from, length.saturating_add(1));
    offsets.into_iter().map(|offset| usize::try_from(offset.into()).unwrap_or(0)).collect()
}

fn texts(offsets: Vec<usize>, array: &FFI_ArrowArray, valid: Option<Vec<bool>>) -> Column {
    let first = offsets.first().copied().unwrap_or(0);
    let last = offsets.last().copied().unwrap_or(0);
    let bytes = copied::<u8>(array, 2, first, last.saturating_sub(first));
    let offsets = offsets.into_iter().map(|offset| offset.saturating_sub(first)).collect();
    Column::Text { texts: Texts { offsets, bytes }, valid }
}

/// Texts as views of 16 bytes: the length and, if it is short, the text itself, else which buffer and where.
fn views(array: &FFI_ArrowArray, from: usize, length: usize, valid: Option<Vec<bool>>) -> Column {
    let mut texts = Texts::default();
    for (at, view) in copied::<[u8; 16]>(array, 1, from, length).into_iter().enumerate() {
        let is_valid = valid.as_ref().is_none_or(|valid| valid.get(at).copied().unwrap_or(false));
        let [a, b, c, d, rest @ ..] = view;
        let size = usize::try_from(i32::from_ne_bytes([a, b, c, d])).unwrap_or(0);
        if !is_valid {
            texts.push(&[]);
        } else if let Some(inline) = rest.get(..size) {
            texts.push(inline);
        } else {
            let [_, _, _, _, e, f, g, h, i, j, k, l] = rest;
            let buffer = usize::try_from(i32::from_ne_bytes([e, f, g, h])).unwrap_or(usize::MAX);
            let start = usize::try_from(i32::from_ne_bytes([i, j, k, l])).unwrap_or(0);
            // The first two buffers are validity and views.
            texts.push(&copied::<u8>(array, buffer.saturating_add(2), start, size));
        }
    }
    Column::Text { texts, valid }
}
