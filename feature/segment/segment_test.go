package segment

import (
	"encoding/json"
	"strings"
	"testing"

	rule "erba/analysis/segment"
	"erba/kernel"
)

var known = []rule.Field{{Name: "sales", Kind: rule.Number}, {Name: "region", Kind: rule.Text}}

// What somebody has written wrongly is named, with the place where it stands.
func TestWhatIsNoDefinition(t *testing.T) {
	tests := map[string]struct{ raw, key, path string }{
		"no JSON":                      {`{"rule"`, "segment.bad_json", ""},
		"a word that is none":          {`{"rules":{}}`, "segment.bad_json", ""},
		"nothing":                      {`{}`, "segment.bad_kind", ""},
		"rules and bands":              {`{"rule":{"field":"sales","op":"known"},"bands":{"field":"sales","bands":[{}]}}`, "segment.bad_kind", ""},
		"a field nobody may read":      {`{"rule":{"all":[{"field":"margin","op":"more","value":0.3}]}}`, "segment.unknown_field", "rule.all[0]"},
		"an operator of another kind":  {`{"rule":{"field":"region","op":"less","value":3}}`, "segment.bad_operator", "rule"},
		"a gap between bands":          {`{"bands":{"field":"sales","bands":[{"from":null,"to":20},{"from":30,"to":null}]}}`, "band.gap", "bands[1]"},
		"bands that overlap":           {`{"bands":{"field":"sales","bands":[{"from":null,"to":30},{"from":20,"to":null}]}}`, "band.overlap", "bands[1]"},
		"a band that nobody can be in": {`{"bands":{"field":"sales","bands":[{"from":null,"to":20},{"from":20,"to":20},{"from":20,"to":null}]}}`, "band.empty", "bands[1]"},
		"an end that is closed":        {`{"bands":{"field":"sales","bands":[{"from":0,"to":20},{"from":20,"to":null}]}}`, "band.closed_end", "bands"},
		"bands of a text":              {`{"bands":{"field":"region","bands":[{"from":null,"to":null}]}}`, "segment.unknown_field", "bands"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			_, err := Parse([]byte(tt.raw), known)
			fault, ok := err.(*kernel.Fault)
			if !ok || fault.Key != tt.key {
				t.Fatalf("%v, want %s", err, tt.key)
			}
			if path, _ := fault.Args["path"].(string); tt.path != "" && path != tt.path {
				t.Errorf("at %q, want %q", path, tt.path)
			}
		})
	}
}

func TestBandsWithoutANameAreCalledByTheirEnds(t *testing.T) {
	d, err := Parse([]byte(`{"bands":{"field":"sales","bands":[{"to":20},{"from":20,"to":30.5,"name":"中"},{"from":30.5}]}}`), known)
	if err == nil {
		t.Fatal("a band without an end says so: null")
	}
	d, err = Parse([]byte(`{"bands":{"field":"sales","bands":[{"from":null,"to":20},{"from":20,"to":30.5,"name":"中"},{"from":30.5,"to":null}]}}`), known)
	if got := strings.Join(d.names(), " "); err != nil || got != "–20 中 30.5–" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWhoCameAndWhoWent(t *testing.T) {
	a, b, c, d := kernel.NewID(), kernel.NewID(), kernel.NewID(), kernel.NewID()
	joined, left, stayed, moved := between(map[kernel.ID]int{a: 1, b: 1, c: 2}, map[kernel.ID]int{b: 1, c: 1, d: 2})
	if len(joined) != 1 || joined[0] != d || len(left) != 1 || left[0] != a || stayed != 1 || moved != 1 {
		t.Errorf("%v came, %v went, %d stayed, %d moved", joined, left, stayed, moved)
	}
}

func TestM23(t *testing.T) {
	for _, example := range Feature.Models[0].Examples {
		got, err := example.Run()
		if raw, _ := json.Marshal(got); err != nil || string(raw) != "[3,1,5,0]" { // 30 is in 30~40, 19 below 20, 50 in 50 and above
			t.Errorf("%s, %v", raw, err)
		}
	}
}
