package segment

import (
	"slices"

	"erba/analysis/band"
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
