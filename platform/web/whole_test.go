package web

import (
	"encoding/json"
	"testing"
	"time"

	"erba/kernel"
)

type leaf struct {
	Names []string       `json:"names"`
	Left  []string       `json:"left,omitempty"`
	Zero  []string       `json:"zero,omitzero"`
	Raw   []byte         `json:"raw"`
	Table map[string]int `json:"table"`
	inner []string
	Not   []string `json:"-"`
}

type tree struct {
	leaf
	ID    kernel.ID         `json:"id"`
	At    time.Time         `json:"at"`
	Leaf  leaf              `json:"leaf"`
	One   *leaf             `json:"one"`
	None  *leaf             `json:"none"`
	Many  []leaf            `json:"many"`
	Keyed map[string]leaf   `json:"keyed"`
	Any   any               `json:"any"`
	Deep  any               `json:"deep"`
	Said  json.RawMessage   `json:"said"`
	Rows  [][]string        `json:"rows"`
	Self  []tree            `json:"self"`
	Two   [2]map[string]int `json:"two"`
}

func TestNoListIsNull(t *testing.T) {
	const empty = `{"names":[],"raw":null,"table":{}}`
	shared := &tree{Leaf: leaf{inner: nil}}
	tests := map[string]struct {
		out  any
		want string
	}{
		"no list":                {whole([]string(nil)), `[]`},
		"no table":               {whole(map[string]int(nil)), `{}`},
		"a text":                 {whole("x"), `"x"`},
		"an ID":                  {whole(kernel.ID{}), `""`},
		"what was said already":  {whole(json.RawMessage(`null`)), `null`},
		"lists of lists":         {whole([][]string{nil, {"a"}}), `[[],["a"]]`},
		"a leaf":                 {whole(leaf{}), empty},
		"leaves behind pointers": {whole([]*leaf{nil, {}}), `[null,` + empty + `]`},
		"in an interface":        {whole(any(leaf{})), empty},
		"in a table":             {whole(map[string]leaf{"a": {}}), `{"a":` + empty + `}`},
		"all at once": {whole(tree{One: &leaf{}, Many: []leaf{{}}, Keyed: map[string]leaf{"k": {}}, Any: []leaf{{}}, Deep: shared, Said: json.RawMessage(`1`), Rows: [][]string{nil}}),
			`{"names":[],"raw":null,"table":{},"id":"","at":"0001-01-01T00:00:00Z","leaf":` + empty + `,"one":` + empty + `,"none":null,"many":[` + empty +
				`],"keyed":{"k":` + empty + `},"any":[` + empty + `],"deep":{"names":[],"raw":null,"table":{},"id":"","at":"0001-01-01T00:00:00Z","leaf":` + empty +
				`,"one":null,"none":null,"many":[],"keyed":{},"any":null,"deep":null,"said":null,"rows":[],"self":[],"two":[{},{}]},"said":1,"rows":[[]],"self":[],"two":[{},{}]}`},
	}
	for name, tt := range tests {
		if got, err := json.Marshal(tt.out); err != nil || string(got) != tt.want {
			t.Errorf("%s:\n%s, %v, want\n%s", name, got, err, tt.want)
		}
	}
}
