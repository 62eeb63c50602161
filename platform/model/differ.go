package model

import (
	"reflect"
	"strconv"
	"strings"
)

// Difference is a place at which two configurations differ.
type Difference struct {
	Path string `json:"path" doc:"Such as rules.REV.parameter or breaks.0"`
	Was  any    `json:"was"  doc:"null: there was none"`
	Is   any    `json:"is"   doc:"null: there is none any more"`
}

// Differences are the places at which one configuration of a method differs from
// another, in the order of its form.
func Differences(was, is Config) []Difference {
	all := []Difference{}
	differ(&all, "", reflect.ValueOf(was), reflect.ValueOf(is))
	return all
}

func differ(all *[]Difference, path string, was, is reflect.Value) {
	switch kind := was.Kind(); {
	case !spoken(was.Type()) && kind == reflect.Struct:
		differIn(all, path, was, is)
	case !spoken(was.Type()) && (kind == reflect.Slice || kind == reflect.Array):
		for i := range max(was.Len(), is.Len()) {
			differAt(all, joined(path, strconv.Itoa(i)), was, is, i)
		}
	case !was.Equal(is):
		*all = append(*all, Difference{path, was.Interface(), is.Interface()})
	}
}

func differIn(all *[]Difference, path string, was, is reflect.Value) {
	for i := range was.NumField() {
		f := was.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			differ(all, path, was.Field(i), is.Field(i))
		case f.IsExported() && name != "-":
			differ(all, joined(path, name), was.Field(i), is.Field(i))
		}
	}
}

// differAt compares one element of two lists, of which either may be too short.
func differAt(all *[]Difference, path string, was, is reflect.Value, i int) {
	switch {
	case i >= was.Len():
		*all = append(*all, Difference{path, nil, is.Index(i).Interface()})
	case i >= is.Len():
		*all = append(*all, Difference{path, was.Index(i).Interface(), nil})
	default:
		differ(all, path, was.Index(i), is.Index(i))
	}
}
