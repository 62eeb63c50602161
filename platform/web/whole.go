package web

import (
	"encoding"
	"encoding/json"
	"reflect"
	"strings"
	"sync"
)

// whole is an answer in which no list and no table is null, however deep it
// stands: a reader may walk over all of them without looking first. What is
// left out when it is empty, stays out.
func whole[T any](out T) T {
	v := reflect.ValueOf(&out).Elem()
	if hollow(v.Type()) {
		fill(v)
	}
	return out
}

// fill makes what is nil in an addressable value empty.
func fill(v reflect.Value) {
	switch v.Kind() {
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		if hollow(v.Type().Elem()) {
			for i := range v.Len() {
				fill(v.Index(i))
			}
		}
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i))
		}
	case reflect.Map:
		fillMap(v)
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem())
		}
	case reflect.Interface:
		fillInside(v)
	case reflect.Struct:
		for _, i := range fieldsOf(v.Type()) {
			fill(v.Field(i))
		}
	}
}

func fillMap(v reflect.Value) {
	if v.IsNil() {
		v.Set(reflect.MakeMap(v.Type()))
	}
	if !hollow(v.Type().Elem()) {
		return
	}
	for _, key := range v.MapKeys() {
		v.SetMapIndex(key, filled(v.MapIndex(key)))
	}
}

// fillInside looks at what an interface holds, whatever that is.
func fillInside(v reflect.Value) {
	if !v.IsNil() && hollow(v.Elem().Type()) {
		v.Set(filled(v.Elem()))
	}
}

// filled is a copy of a value that cannot be changed where it stands.
func filled(v reflect.Value) reflect.Value {
	copied := reflect.New(v.Type()).Elem()
	copied.Set(v)
	fill(copied)
	return copied
}

// kinds remembers of every type whether there may be something to fill in it,
// and of every struct in which fields.
var kinds, structs sync.Map

// hollow reports whether values of a type are, or hold, lists or tables.
func hollow(t reflect.Type) bool {
	if known, ok := kinds.Load(t); ok {
		return known.(bool)
	}
	kinds.Store(t, true) // a type that holds itself is asked again on the way
	found := holds(t)
	kinds.Store(t, found)
	return found
}

func holds(t reflect.Type) bool {
	if writes(t) {
		return false
	}
	switch t.Kind() {
	case reflect.Slice:
		return t.Elem().Kind() != reflect.Uint8 // bytes are a text
	case reflect.Map, reflect.Interface:
		return true
	case reflect.Pointer, reflect.Array:
		return hollow(t.Elem())
	case reflect.Struct:
		return len(fieldsOf(t)) > 0
	}
	return false
}

var (
	marshals = reflect.TypeFor[json.Marshaler]()
	speaks   = reflect.TypeFor[encoding.TextMarshaler]()
)

// writes reports whether a type says itself how it is written.
func writes(t reflect.Type) bool {
	return t.Implements(marshals) || t.Implements(speaks) || reflect.PointerTo(t).Implements(marshals) || reflect.PointerTo(t).Implements(speaks)
}

// fieldsOf are the fields of a struct in which there may be something to fill.
func fieldsOf(t reflect.Type) []int {
	if known, ok := structs.Load(t); ok {
		return known.([]int)
	}
	found := []int{}
	for i := range t.NumField() {
		f := t.Field(i)
		tag := f.Tag.Get("json")
		open := f.IsExported() || f.Anonymous && f.Type.Kind() == reflect.Struct
		if open && tag != "-" && !strings.Contains(tag, ",omitzero") && hollow(f.Type) {
			found = append(found, i)
		}
	}
	structs.Store(t, found)
	return found
}
