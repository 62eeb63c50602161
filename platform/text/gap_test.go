package text_test

import (
	"testing"

	"erba/platform/text"
)

func TestGapsAreFilled(t *testing.T) {
	for name, tt := range map[string]struct {
		sentence string
		args     map[string]any
		want     string
	}{
		"one is said in the singular":              {"{{n}} {{n, day|days}} late", map[string]any{"n": 1}, "1 day late"},
		"two in the plural":                        {"{{n}} {{n, day|days}} late", map[string]any{"n": int64(2)}, "2 days late"},
		"none in the plural, too":                  {"{{n}} {{n, day|days}} late", map[string]any{"n": 0}, "0 days late"},
		"a figure that is written already is read": {"{{n}} {{n, account waits|accounts wait}}", map[string]any{"n": "1"}, "1 account waits"},
		"each number has its own word":             {"{{a}} {{a, visit|visits}}, {{b}} {{b, call|calls}}", map[string]any{"a": 1, "b": 3}, "1 visit, 3 calls"},
		"a word may be nothing":                    {"{{n}} signal{{n, |s}}", map[string]any{"n": 1}, "1 signal"},
		"what a value says is not filled again":    {"{{who}} and {{n}}", map[string]any{"who": "{{n}}", "n": 2}, "{{n}} and 2"},
		"a gap without a value stays":              {"{{n}} {{n, day|days}}", nil, "{{n}} {{n, day|days}}"},
	} {
		if got := (text.Book{"en": {"k": tt.sentence}}).Say("en", "k", tt.args); got != tt.want {
			t.Errorf("%s: %q, want %q", name, got, tt.want)
		}
	}
}
