package model

import (
	"cmp"
	"encoding"
	"reflect"
	"strconv"
	"strings"
)

// Field is one place of a configuration, as a form shows it.
type Field struct {
	Name    string   `json:"name"  doc:"Of the property; empty: an element of a list"`
	Path    string   `json:"path"  doc:"From the top, such as rules.REV.enabled; * stands for every element of a list"`
	Label   string   `json:"label" doc:"Text key"`
	Type    string   `json:"type"  enum:"integer,number,text,choice,boolean,group,list"`
	Unit    string   `json:"unit,omitempty"    doc:"amount: minor units a year; share: 0–1; weight: percent; days, months, count, score"`
	Minimum *float64 `json:"minimum,omitempty"`
	Maximum *float64 `json:"maximum,omitempty"`
	Choices []Choice `json:"choices,omitempty" doc:"Of a choice"`
	Fields  []Field  `json:"fields,omitempty"  doc:"Of a group, in their order"`
	Element *Field   `json:"element,omitempty" doc:"Of a list: what each of its elements is"`
	Size    int      `json:"size,omitempty"    doc:"Of a list: always so many elements"`
	Items   []string `json:"items,omitempty"   doc:"Of such a list: the text keys of its elements"`
}

// Choice is a value that may be chosen.
type Choice struct {
	Value string `json:"value"`
	Label string `json:"label" doc:"Text key"`
}

// Form describes the configuration by its type and the tags of its fields: unit,
// minimum, maximum and enum. Nothing to configure has no fields.
func (m Model) Form() []Field {
	if m.Config == nil {
		return nil
	}
	return m.fields(reflect.TypeOf(m.Config), "")
}

func (m Model) fields(t reflect.Type, path string) (all []Field) {
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			all = append(all, m.fields(f.Type, path)...)
		case f.IsExported() && name != "-":
			one := Field{Name: name, Path: joined(path, name), Label: m.Text("field_" + name)}
			all = append(all, m.describe(one, name, f.Type, f.Tag))
		}
	}
	return all
}

func joined(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// describe says what a field of a type is; the word is its name, or that of the
// list it is an element of.
func (m Model) describe(f Field, word string, t reflect.Type, tag reflect.StructTag) Field {
	switch kind := t.Kind(); {
	case spoken(t) || kind == reflect.String:
		f.Type, f.Choices = "text", m.choices(tag)
		if len(f.Choices) > 0 {
			f.Type = "choice"
		}
	case kind == reflect.Slice || kind == reflect.Array:
		f = m.list(f, word, t, tag)
	case kind == reflect.Struct:
		f.Type, f.Fields = "group", m.fields(t, f.Path)
	case kind == reflect.Bool:
		f.Type = "boolean"
	default:
		f.Type, f.Unit = "integer", tag.Get("unit")
		if kind == reflect.Float64 || kind == reflect.Float32 {
			f.Type = "number"
		}
		f.Minimum, f.Maximum = bound(tag.Get("minimum")), bound(tag.Get("maximum"))
	}
	return f
}

func (m Model) list(f Field, word string, t reflect.Type, tag reflect.StructTag) Field {
	f.Type = "list"
	element := m.describe(Field{Path: f.Path + ".*", Label: f.Label}, word, t.Elem(), tag)
	if t.Kind() == reflect.Array {
		f.Size = t.Len()
		for i := range f.Size {
			f.Items = append(f.Items, m.Text("field_"+word+"_"+strconv.Itoa(i+1)))
		}
	}
	f.Element = &element
	return f
}

// spoken reports whether values of a type are written as a text of their own.
func spoken(t reflect.Type) bool { return t.Implements(reflect.TypeFor[encoding.TextMarshaler]()) }

func (m Model) choices(tag reflect.StructTag) (all []Choice) {
	if tag.Get("enum") == "" {
		return nil
	}
	for _, value := range strings.Split(tag.Get("enum"), ",") {
		all = append(all, Choice{value, m.Text("value_" + cmp.Or(value, "none"))})
	}
	return all
}

func bound(tag string) *float64 {
	v, err := strconv.ParseFloat(tag, 64)
	if err != nil {
		return nil
	}
	return &v
}

// texts are the keys that the field's form needs.
func (f Field) texts() []string {
	all := append([]string{f.Label}, f.Items...)
	for _, c := range f.Choices {
		all = append(all, c.Label)
	}
	for _, inner := range f.Fields {
		all = append(all, inner.texts()...)
	}
	if f.Element != nil {
		all = append(all, f.Element.texts()...)
	}
	return all
}
