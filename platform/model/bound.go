package model

import (
	"cmp"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"erba/kernel"
)

// bounded refuses the first value that the tags of its field do not allow: what
// the form says of a field holds for whoever writes by another way, too.
func bounded(v reflect.Value, tag reflect.StructTag) error {
	switch kind := v.Kind(); {
	case spoken(v.Type()):
		return nil // says itself which words it knows
	case kind == reflect.Struct:
		return boundedIn(v)
	case kind == reflect.Slice || kind == reflect.Array:
		for i := range v.Len() {
			if err := bounded(v.Index(i), tag); err != nil {
				return kernel.Within(strconv.Itoa(i), err)
			}
		}
		return nil
	case kind == reflect.String:
		return known(v.String(), tag)
	case v.CanInt():
		return within(float64(v.Int()), tag)
	case v.CanUint():
		return within(float64(v.Uint()), tag)
	case v.CanFloat():
		return within(v.Float(), tag)
	}
	return nil
}

func boundedIn(v reflect.Value) error {
	for i := range v.NumField() {
		f := v.Type().Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || name == "-" {
			continue
		}
		if err := bounded(v.Field(i), f.Tag); err != nil && name != "" {
			return kernel.Within(name, err)
		} else if err != nil {
			return err
		}
	}
	return nil
}

func known(word string, tag reflect.StructTag) error {
	if all := tag.Get("enum"); all != "" && !slices.Contains(strings.Split(all, ","), word) {
		return kernel.Invalid("model.no_choice", "value", cmp.Or(word, "—"))
	}
	return nil
}

func within(number float64, tag reflect.StructTag) error {
	least, most := bound(tag.Get("minimum")), bound(tag.Get("maximum"))
	switch {
	case least != nil && number < *least:
		return kernel.Invalid("model.too_small", "min", figure(*least, tag.Get("unit")))
	case most != nil && number > *most:
		return kernel.Invalid("model.too_large", "max", figure(*most, tag.Get("unit")))
	}
	return nil
}

// figure is a bound as people type the field.
func figure(bound float64, unit string) string {
	switch unit {
	case "share":
		return strconv.FormatFloat(100*bound, 'f', -1, 64) + "%"
	case "amount":
		return strconv.FormatFloat(bound/100, 'f', -1, 64)
	}
	return strconv.FormatFloat(bound, 'f', -1, 64)
}
