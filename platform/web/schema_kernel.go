package web

import (
	"reflect"

	"github.com/danielgtaylor/huma/v2"

	"erba/kernel"
)

// The document says of a text which is a kernel type that it is no free one:
// where people write what they like is to be found in it.
type (
	idText      struct{}
	dayText     struct{}
	decimalText struct{}
)

// Schema is that of an ID.
func (idText) Schema(huma.Registry) *huma.Schema { return textOf("id") }

// Schema is that of a day such as 2026-06-30, or of none.
func (dayText) Schema(huma.Registry) *huma.Schema { return textOf("day") }

// Schema is that of a decimal number.
func (decimalText) Schema(huma.Registry) *huma.Schema { return textOf("decimal") }

func textOf(format string) *huma.Schema { return &huma.Schema{Type: huma.TypeString, Format: format} }

// registry keeps the schemas of the API's types.
func registry() huma.Registry {
	r := huma.NewMapRegistry("#/components/schemas/", schemaName)
	r.RegisterTypeAlias(reflect.TypeFor[kernel.ID](), reflect.TypeFor[idText]())
	r.RegisterTypeAlias(reflect.TypeFor[kernel.Date](), reflect.TypeFor[dayText]())
	r.RegisterTypeAlias(reflect.TypeFor[kernel.Decimal](), reflect.TypeFor[decimalText]())
	return r
}
