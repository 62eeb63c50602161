package fallacy

import (
	"slices"
	"testing"

	"erba/analysis/checklist"
	"erba/analysis/null"
	"pgregory.net/rapid"
)

const (
	yes  = checklist.Yes
	no   = checklist.No
	open = checklist.Open
)

func TestM06VolumeWithoutProfit(t *testing.T) {
	cfg := Default()
	// key accounts: sales 1,360 with a margin of 204, others 240 with 60
	c := Columns{Key: []bool{true, true, false}, Sales: []int64{1000, 360, 240}, Margin: []null.Number{100, 104, 60}}
	f := cfg.noProfit(&c)
	if f.Warns != yes || f.Inputs[0].Value != 0.15 || f.Inputs[1].Value != 0.25 || f.Cuts[0].Value != 0.2 {
		t.Errorf("%+v", f)
	}
	if !slices.Equal(f.Rows, []int32{0}) { // 10 % and 28.9 %
		t.Errorf("rows %v", f.Rows)
	}
}

func TestM06OneOrder(t *testing.T) {
	cfg := Default()
	// orders of 500 and 20: 96.2 % of two
	c := Columns{Key: []bool{true, true, true, false}, Largest: []null.Number{500, 500, 300, 500}, Sales24: []int64{520, 1000, 520, 520}, Orders: []int32{2, 2, 2, 2}}
	if f := cfg.bigTicket(&c); f.Warns != yes || !slices.Equal(f.Rows, []int32{0}) {
		t.Errorf("%+v", f)
	}
	c.Orders[0] = 3
	if f := cfg.bigTicket(&c); f.Warns != no {
		t.Errorf("with three orders it is none: %+v", f)
	}
}

func TestM06(t *testing.T) {
	five := []bool{true, true, true, true, true}
	tests := map[string]struct {
		columns Columns
		of      int
		want    checklist.Answer
		rows    []int32
	}{
		"one of five key accounts is not proven, a fifth": {Columns{Key: five, Proven: []bool{true, true, true, true, false}}, 0, no, []int32{4}},
		"two of five are not":                             {Columns{Key: five, Proven: []bool{true, true, true, false, false}}, 0, yes, []int32{3, 4}},
		"there are no key accounts":                       {Columns{Key: []bool{false}, Proven: []bool{false}}, 0, open, nil},
		"the lower four of five get 9 %": {Columns{Key: make([]bool, 5), Sales: []int64{50, 4, 3, 2, 1}, Before: make([]int64, 5), Ordered: make([]bool, 5),
			Spent: []null.Number{91, 3, 3, 3, 0}}, 1, yes, nil},
		"they get 10 %": {Columns{Key: make([]bool, 5), Sales: []int64{50, 4, 3, 2, 1}, Before: make([]int64, 5), Ordered: make([]bool, 5),
			Spent: []null.Number{90, 4, 3, 3, 0}}, 1, open, nil},
		"half of the lower left, a quarter of the key accounts": {Columns{
			Key: []bool{true, true, true, true, false, false, false, false}, Sales: make([]int64, 8),
			Before: []int64{90, 80, 70, 60, 5, 4, 3, 2}, Ordered: []bool{true, true, true, false, false, false, true, true}}, 1, open, nil},
		"all of the lower left": {Columns{
			Key: []bool{true, true, true, true, false, false, false, false}, Sales: make([]int64, 8),
			Before: []int64{90, 80, 70, 60, 5, 4, 3, 2}, Ordered: []bool{true, true, true, false, false, false, false, false}}, 1, yes, []int32{3, 4, 5, 6, 7}},
		"nothing is known of margins":                 {Columns{Key: []bool{true, false}, Sales: []int64{5, 5}}, 3, open, nil},
		"key accounts lose less than the others lose": {Columns{Key: []bool{true, false}, Sales: []int64{100, 100}, Margin: []null.Number{-9, -10}}, 3, no, nil},
		"key accounts lose more by far":               {Columns{Key: []bool{true, false}, Sales: []int64{100, 100}, Margin: []null.Number{-13, -10}}, 3, yes, []int32{0}},
		"nobody records what is given":                {Columns{Key: []bool{true}, Sales: []int64{5}}, 4, open, nil},
		"one gets far more and earns less": {Columns{Key: []bool{true, true, false, false}, Sales: []int64{100, 100, 100, 100},
			Given: []null.Number{30, 5, 5, 5}, Net: []null.Number{5, 20, 20, 20}}, 4, yes, []int32{0}},
		"one gets far more and earns more": {Columns{Key: []bool{true, true, false, false}, Sales: []int64{100, 100, 100, 100},
			Given: []null.Number{30, 5, 5, 5}, Net: []null.Number{50, 20, 20, 20}}, 4, no, nil},
		"all get the same":           {Columns{Key: []bool{true, true}, Sales: []int64{100, 100}, Given: []null.Number{7, 7}, Net: []null.Number{3, 3}}, 4, no, nil},
		"nothing is known of orders": {Columns{Key: []bool{true}}, 2, open, nil},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			cfg := Default()
			if tt.columns.Proven == nil {
				tt.columns.Proven = make([]bool, len(tt.columns.Key))
			}
			f := cfg.Examine(&tt.columns)[tt.of]
			if f.Warns != tt.want || !slices.Equal(f.Rows, tt.rows) {
				t.Errorf("%s: %+v", f.Key(), f)
			}
		})
	}
}

func TestNobodyMakesNoMistake(t *testing.T) {
	cfg := Default()
	for _, f := range cfg.Examine(&Columns{}) {
		if f.Warns != open || f.Explain().Result != f.Key() {
			t.Errorf("%+v", f)
		}
	}
	if err := cfg.Check(); err != nil {
		t.Error(err)
	}
	cfg.Margin = 1.2
	if cfg.Check() == nil {
		t.Error("a part above one is accepted")
	}
}

func TestTheOrderOfCustomersChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 10).Draw(t, "customers")
		flags := func(name string) []bool { return rapid.SliceOfN(rapid.Bool(), n, n).Draw(t, name) }
		sums := func(name string) []int64 { // each its own, so that none is as large as another
			return rapid.SliceOfNDistinct(rapid.Int64Range(-20, 90), n, n, rapid.ID[int64]).Draw(t, name)
		}
		numbers := func(name string) (all []null.Number) {
			for _, v := range sums(name) {
				all = append(all, null.Of(v))
			}
			return all
		}
		orders := rapid.SliceOfN(rapid.Int32Range(0, 4), n, n).Draw(t, "orders")
		c := Columns{flags("key"), flags("proven"), sums("sales"), sums("before"), flags("ordered"), numbers("margin"), numbers("net"),
			numbers("given"), numbers("spent"), numbers("largest"), sums("sales24"), orders}
		cfg := Default()
		before := cfg.Examine(&c)
		for _, column := range [][]bool{c.Key, c.Proven, c.Ordered} {
			slices.Reverse(column)
		}
		for _, column := range [][]int64{c.Sales, c.Before, c.Sales24} {
			slices.Reverse(column)
		}
		for _, column := range [][]null.Number{c.Margin, c.Net, c.Given, c.Spent, c.Largest} {
			slices.Reverse(column)
		}
		slices.Reverse(c.Orders)
		for i, f := range cfg.Examine(&c) {
			var rows []int32
			for _, row := range f.Rows {
				rows = append(rows, int32(n-1)-row)
			}
			slices.Sort(rows)
			slices.Sort(before[i].Rows)
			if f.Warns != before[i].Warns || !slices.Equal(rows, before[i].Rows) {
				t.Fatalf("%+v, turned round %+v", before[i], f)
			}
		}
	})
}
