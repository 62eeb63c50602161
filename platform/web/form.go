package web

import (
	"reflect"
	"strings"
	"sync"

	"erba/kernel"
)

// form is where a type holds fields that not everybody may read: those tagged
// may:"margin:read". The row that such a field belongs to is the field tagged
// row:"account" of the same struct, or of the nearest one around it. A field
// tagged sees:"account:read" names a row itself, and only to those who see that.
type form struct {
	kind  reflect.Kind // Struct, or Slice, Array, Pointer to elem
	elem  *form
	rows  []int // index of the field that names the row
	parts []part
}

// part is a field that is guarded itself, or holds what is.
type part struct {
	index []int
	guard
	form *form
}

// guard is the grant that reading a field takes: for the row that it belongs to,
// or for the one that it names itself.
type guard struct {
	grant  string
	itself bool
}

func guardOf(tag reflect.StructTag) guard {
	if grant := tag.Get("sees"); grant != "" {
		return guard{grant, true}
	}
	return guard{tag.Get("may"), false}
}

var forms sync.Map // reflect.Type to *form, nil for types without guarded fields

// formOf is the form of a type, nil if everybody may read all of it.
func formOf(t reflect.Type) *form {
	if f, ok := forms.Load(t); ok {
		return f.(*form)
	}
	f := newForm(t, map[reflect.Type]bool{})
	forms.Store(t, f)
	return f
}

// newForm follows a type down to its guarded fields. Neither a map nor a type
// that holds itself can have any: the program then does not start.
func newForm(t reflect.Type, within map[reflect.Type]bool) *form {
	switch t.Kind() {
	case reflect.Slice, reflect.Array, reflect.Pointer:
		if elem := newForm(t.Elem(), within); elem != nil {
			return &form{kind: t.Kind(), elem: elem}
		}
	case reflect.Map:
		if newForm(t.Elem(), within) != nil {
			panic("web: " + t.String() + " must not hold fields that not everybody may read")
		}
	case reflect.Struct:
		return structForm(t, within)
	}
	return nil
}

func structForm(t reflect.Type, within map[reflect.Type]bool) *form {
	if _, inside := within[t]; inside {
		within[t] = true
		return nil
	}
	within[t] = false
	f := &form{kind: reflect.Struct}
	f.fill(t, nil, within)
	holdsItself := within[t]
	delete(within, t)
	switch {
	case len(f.parts) == 0:
		return nil
	case holdsItself:
		panic("web: " + t.String() + " holds itself and fields that not everybody may read")
	}
	return f
}

// fill adds the fields of a struct, and of those embedded in it.
func (f *form) fill(t reflect.Type, at []int, within map[reflect.Type]bool) {
	for i := range t.NumField() {
		field := t.Field(i)
		index := append(append([]int{}, at...), i)
		switch {
		case field.Anonymous && field.Type.Kind() == reflect.Struct && field.Tag.Get("json") == "":
			f.fill(field.Type, index, within)
			continue
		case !field.IsExported():
			continue
		case field.Tag.Get("row") != "" && f.rows == nil:
			f.rows = index
		}
		p := part{index, guardOf(field.Tag), newForm(field.Type, within)}
		if p.grant != "" && !strings.Contains(field.Tag.Get("json"), ",omit") {
			panic("web: " + t.String() + "." + field.Name + " must be left out when it may not be read: omitzero")
		}
		if p.grant != "" || p.form != nil {
			f.parts = append(f.parts, p)
		}
	}
}

// grants are all that the form names.
func (f *form) grants() (all []string) {
	if f == nil {
		return nil
	}
	all = f.elem.grants()
	for _, p := range f.parts {
		if p.grant != "" {
			all = append(all, p.grant)
		}
		all = append(all, p.form.grants()...)
	}
	return all
}

// each calls do for every struct that a value holds, with its form.
func (f *form) each(v reflect.Value, do func(*form, reflect.Value)) {
	switch f.kind {
	case reflect.Struct:
		do(f, v)
	case reflect.Pointer:
		if !v.IsNil() {
			f.elem.each(v.Elem(), do)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			f.elem.each(v.Index(i), do)
		}
	}
}

// own replaces what a value shares with others by copies.
func (f *form) own(v reflect.Value) {
	if f.kind != reflect.Struct && f.kind != reflect.Array && v.IsNil() {
		return
	}
	switch f.kind {
	case reflect.Pointer:
		copied := reflect.New(v.Type().Elem())
		copied.Elem().Set(v.Elem())
		v.Set(copied)
		f.elem.own(v.Elem())
	case reflect.Slice:
		copied := reflect.MakeSlice(v.Type(), v.Len(), v.Len())
		reflect.Copy(copied, v)
		v.Set(copied)
		f.ownElements(v)
	case reflect.Array:
		f.ownElements(v)
	}
}

func (f *form) ownElements(v reflect.Value) {
	if f.elem.kind == reflect.Struct {
		return
	}
	for i := range v.Len() {
		f.elem.own(v.Index(i))
	}
}

// row is the row that a struct names, else that of what is around it.
func (f *form) row(v reflect.Value, around kernel.ID) kernel.ID {
	if f.rows == nil {
		return around
	}
	if id, ok := v.FieldByIndex(f.rows).Interface().(kernel.ID); ok && !id.IsZero() {
		return id
	}
	return around
}

// rowOf is the row for which a field is guarded.
func (g guard) rowOf(field reflect.Value, around kernel.ID) kernel.ID {
	if !g.itself {
		return around
	}
	id, _ := field.Interface().(kernel.ID)
	return id
}

// rowOf is the row that the whole request is about.
func rowOf(in reflect.Value) (row kernel.ID) {
	if in.Kind() != reflect.Struct {
		return row
	}
	for _, field := range reflect.VisibleFields(in.Type()) {
		if field.Tag.Get("row") != "" && field.IsExported() {
			row, _ = in.FieldByIndex(field.Index).Interface().(kernel.ID)
		}
	}
	return row
}
