package segment

import (
	"slices"

	"erba/analysis/band"
	"erba/analysis/why"
	"erba/kernel"
)

// Bands divide customers by a number or a day; each is in exactly one band, or
// in none that anybody knows.
type Bands struct {
	Field string      `json:"field"`
	Bands []band.Band `json:"bands" doc:"Rising, without gaps; the lower end is included. Days are ordinals"`
}

// Compile returns the breaks, and the place of the field they speak of.
func (b Bands) Compile(fields []Field) (field int, set band.Set, err error) {
	field = slices.IndexFunc(fields, func(f Field) bool { return f.Name == b.Field })
	if field < 0 || fields[field].Kind != Number && fields[field].Kind != Day {
		return 0, nil, kernel.Invalid("segment.unknown_field", "path", "bands", "field", b.Field)
	}
	set, err = band.Join(b.Bands)
	return field, set, err
}

// Divide puts the band of every row into a column; 0 is unknown.
func Divide(set band.Set, field int, from Source, into []uint8) {
	for row := range into {
		into[row] = uint8(set.Of(from.Number(field, int32(row))))
	}
}

// Explain says in which band a customer is, and what would put him into another.
func (b Bands) Explain(fields []Field, from Source, row int32) (why.Explanation, error) {
	field, set, err := b.Compile(fields)
	if err != nil {
		return why.Explanation{}, err
	}
	unit, key := fields[field].unit(), "segment.field_"+b.Field
	n := from.Number(field, row)
	name := func(at int) string {
		if at == band.Unknown {
			return "segment.open"
		}
		return b.Bands[at-1].Name
	}
	e := why.Explanation{Model: "M23", Result: name(set.Of(n)), Rule: "segment.rule_bands", Cuts: set.Cuts(key, unit)}
	if !n.Known() {
		e.Inputs = append(e.Inputs, why.Unknown(key, unit))
		return e, nil
	}
	e.Inputs = append(e.Inputs, why.Known(key, unit, float64(n)))
	e.Changes = set.Changes(key, unit, n, 1, name)
	return e, nil
}
