package portfolio

import (
	"testing"
	"time"

	"erba/analysis/segment"
	"erba/platform/apptest"
)

// everything are the facts of who may read all.
func everything(now, before *Evaluated) *Facts {
	f := &Facts{Evaluated: now, before: before, gross: before, fields: facts}
	f.told = make([]Mask, len(facts))
	return f
}

// A rule of five conditions is counted over 100,000 accounts while somebody
// types: well below what he notices.
func TestCountingIsFast(t *testing.T) {
	apptest.Benchmark(t)
	c, j := crowded(100_000)
	set := Setting{Version: initial, Config: Default()}
	now := evaluate(Ask{}.settled(c.Until), set, c, j, nil, nil)
	before := evaluate(Ask{AsOf: now.Ask.From.Add(-1)}.settled(c.Until), set, c, j, nil, now)
	f := everything(now, before)
	rule, err := segment.Parse([]byte(`{"any":[{"all":[{"field":"sales","op":"least","value":1000000},{"field":"growth","op":"more","value":0.1}]},
		{"field":"stage","op":"one_of","value":["dormant","lost"]},{"all":[{"field":"region","op":"is","value":"华东"},{"field":"orders","op":"more","value":20}]},{"field":"abc","op":"is","value":"A"}]}`), f.Fields())
	if err != nil {
		t.Fatal(err)
	}
	members := 0
	took := apptest.Median(9, func() {
		belongs, err := rule.Compile(f.Fields(), f)
		if err != nil {
			t.Fatal(err)
		}
		rows, _ := belongs.Members(f.Len())
		members = len(rows)
	})
	reference := apptest.Median(9, func() { scanAndSort(c) })
	apptest.Speed{Work: "counting a segment of five rules over 100,000 accounts", Figure: took.Round(100 * time.Microsecond).String(),
		Reference: "one scan + one sort " + reference.Round(100*time.Microsecond).String(), Ratio: float64(took) / float64(reference), Most: 4,
		Limit: "< 100 ms", Met: took < 100*time.Millisecond && members > 0}.Report(t)
}
