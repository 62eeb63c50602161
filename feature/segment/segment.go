// Package segment decides which customers somebody means: who fulfils a tree of
// rules, or which band of a number each is in (method M23). A segment says what
// to look for, never whom: everybody finds those of his own rows, and a rule
// about something that he may not read is no rule for him.
//
// Segments belong to the portfolio, not to the market: they are questions to the
// same figures, asked before anybody thinks of a campaign, and the lists of
// accounts and the portfolio are narrowed by them. So they have no entry in the
// menu; the portfolio leads to them.
package segment

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"erba/analysis/band"
	rule "erba/analysis/segment"
	"erba/kernel"
)

// Segment is a definition that somebody keeps, for himself or for all.
type Segment struct {
	ID         kernel.ID       `json:"id"         db:"id"`
	Author     kernel.ID       `json:"author"     db:"author_id"`
	By         string          `json:"by"         db:"author" doc:"The author's name"`
	Name       string          `json:"name"       db:"name"`
	Note       string          `json:"note"       db:"note"`
	Shared     bool            `json:"shared"     db:"shared" doc:"Everybody may use it; only its author changes it"`
	Definition json.RawMessage `json:"definition" db:"-" doc:"rule: a tree of rules; or bands: a field and its bands"`
	Saved      string          `json:"-"          db:"definition"`
	Version    int64           `json:"version"    db:"version"`
	ChangedAt  int64           `json:"-"          db:"changed_at"`
}

// Revision is the version that a write must name to replace it.
func (s Segment) Revision() int64 { return s.Version }

const (
	longestName = 60
	longestNote = 300
)

// Check reports the first rule that its words break.
func (s Segment) Check() error {
	if name := strings.TrimSpace(s.Name); name == "" || len([]rune(name)) > longestName || len([]rune(s.Note)) > longestNote {
		return kernel.Invalid("segment.bad_name", "max", longestName, "note", longestNote)
	}
	return nil
}

// Definition says who belongs: by a tree of rules, or by bands; one of both.
type Definition struct {
	Rule  *rule.Rule  `json:"rule,omitempty"`
	Bands *rule.Bands `json:"bands,omitempty"`
}

// Parse reads a definition over fields; what is not among them is unknown.
func Parse(raw []byte, fields []rule.Field) (d Definition, err error) {
	decoder := json.NewDecoder(bytes.NewReader(raw))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&d); err != nil || decoder.More() {
		return d, kernel.Invalid("segment.bad_json")
	}
	switch {
	case (d.Rule == nil) == (d.Bands == nil):
		return d, kernel.Invalid("segment.bad_kind")
	case d.Rule != nil:
		return d, d.Rule.Check(fields)
	case len(d.Bands.Bands) > mostBands:
		return d, kernel.Invalid("segment.too_many_bands", "max", mostBands)
	}
	_, _, err = d.Bands.Compile(fields)
	return d, err
}

// mostBands is how many bands a set may have: more are no overview.
const mostBands = 50

// Population is all customers and what is known of them.
type Population interface {
	rule.Source
	Len() int
	Sees(row int32) bool
}

// Split is where a definition puts the customers in sight.
type Split struct {
	Bands [][]int32 // rows of each band; of rules there is one: those who belong
	Open  []int32   // those of whom too little is known to say
	Of    int
}

// Split puts every customer in sight into his place.
func (d *Definition) Split(fields []rule.Field, from Population) (Split, error) {
	place, bands, err := d.places(fields, from)
	if err != nil {
		return Split{}, err
	}
	s := Split{Bands: make([][]int32, bands)}
	for row := range int32(from.Len()) {
		if !from.Sees(row) {
			continue
		}
		s.Of++
		switch at := place(row); {
		case at > 0:
			s.Bands[at-1] = append(s.Bands[at-1], row)
		case at == 0:
			s.Open = append(s.Open, row)
		}
	}
	return s, nil
}

// places finds the band of a row from 1, 0 if nobody can say, −1 if it is outside.
func (d *Definition) places(fields []rule.Field, from Population) (place func(int32) int, bands int, err error) {
	if d.Rule != nil {
		belongs, err := d.Rule.Compile(fields, from)
		return func(row int32) int { return int(belongs(row)) }, 1, err
	}
	field, set, err := d.Bands.Compile(fields)
	return func(row int32) int { return set.Of(from.Number(field, row)) }, len(set) + 1, err
}

// Rows are those of one band, or of all of them in the order of their customers.
func (s Split) Rows(at int) ([]int32, error) {
	if at == 0 {
		rows := slices.Concat(s.Bands...)
		slices.Sort(rows)
		return rows, nil
	}
	if at > len(s.Bands) {
		return nil, kernel.Invalid("segment.no_band", "band", at)
	}
	return s.Bands[at-1], nil
}

// names are the bands as they are called; those of rules have no name.
func (d *Definition) names() []string {
	if d.Rule != nil {
		return []string{""}
	}
	names := make([]string, len(d.Bands.Bands))
	for i, b := range d.Bands.Bands {
		names[i] = b.Name
		if b.Name == "" {
			names[i] = ends(b)
		}
	}
	return names
}

// ends call a band that has no name by its ends: [20,30).
func ends(b band.Band) string {
	from, to := "", ""
	if b.From.Known() {
		from = strconv.FormatFloat(float64(b.From), 'f', -1, 64)
	}
	if b.To.Known() {
		to = strconv.FormatFloat(float64(b.To), 'f', -1, 64)
	}
	return from + "–" + to
}
