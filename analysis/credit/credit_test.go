package credit_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/credit"
	"erba/analysis/receivable"
	"erba/analysis/solvency"
	"erba/analysis/terms"
	"erba/kernel"
)

// yuan are minor units.
func yuan(all ...int64) []int64 {
	for i := range all {
		all[i] *= 100
	}
	return all
}

// customerA of specification M77, in minor units.
func customerA() (all []receivable.Document) {
	sales := []receivable.Document{{On: kernel.On(2026, 1, 20), Amount: 12000}, {On: kernel.On(2026, 2, 18), Amount: 15000}, {On: kernel.On(2026, 3, 18), Amount: 16000},
		{On: kernel.On(2026, 4, 16), Amount: 18000}, {On: kernel.On(2026, 5, 20), Amount: 20000}}
	return append(claims(sales), paid(kernel.On(2026, 3, 10), 12000), paid(kernel.On(2026, 4, 15), 9000), paid(kernel.On(2026, 5, 20), 18000))
}

// customerB of specification M78: on the 15th of each month, paid on the due date.
func customerB() (all []receivable.Document) {
	for i, thousand := range []int64{20, 21, 22, 26, 28} {
		all = append(all, receivable.Document{On: kernel.On(2026, i+1, 15), Amount: thousand * 1000})
	}
	all = claims(all)
	for _, claim := range slices.Clone(all) {
		all = append(all, paid(claim.Due, claim.Amount/100))
	}
	return all
}

func claims(all []receivable.Document) []receivable.Document {
	for i := range all {
		all[i].ID, all[i].Due, all[i].Amount = int64(i+1), terms.Default().Due(all[i].On), all[i].Amount*100
	}
	return all
}

func paid(on kernel.Date, amount int64) receivable.Document {
	return receivable.Document{ID: 100 + int64(on.Ordinal()), Kind: receivable.Receipt, On: on, Amount: amount * 100}
}

// before are the documents that are there when an order comes in: those of earlier
// days, and the money of the day.
func before(all []receivable.Document, on kernel.Date) []receivable.Document {
	return slices.DeleteFunc(slices.Clone(all), func(d receivable.Document) bool {
		return d.On.Compare(on) > 0 || d.On == on && d.Kind == receivable.Claim
	})
}

// M78 (e): the order checks of A and B against their limit of 45,000.
func TestM78Orders(t *testing.T) {
	tests := map[string]struct {
		documents []receivable.Document
		on        kernel.Date
		order     int64
		owed      int64
		worst     int
		pass      bool
		excess    int64
	}{
		"A on 16 April, not yet paid":       {customerA(), kernel.On(2026, 4, 16), 18000, 22000, 16, true, 0},
		"A on 20 May, after the receipt":    {customerA(), kernel.On(2026, 5, 20), 20000, 22000, 20, true, 0},
		"B on 15 April: 48,000 is too much": {customerB(), kernel.On(2026, 4, 15), 26000, 22000, 0, false, 3000},
		"B on 15 May: 54,000 is too much":   {customerB(), kernel.On(2026, 5, 15), 28000, 26000, 0, false, 9000},
	}
	cfg := credit.Default()
	for name, test := range tests {
		s := receivable.AsOf(test.on, before(test.documents, test.on), nil)
		v := cfg.Judge(credit.Asked{Own: credit.Room{Limited: true, Limit: 45000_00, Exposure: credit.Exposure{Receivable: s.Receivable}}, Worst: s.Worst, Order: test.order * 100})
		if s.Receivable != test.owed*100 || v.Worst != test.worst || v.Exposure != (test.owed+test.order)*100 || v.Pass != test.pass || v.Excess != test.excess*100 {
			t.Errorf("%s: owes %d, %+v", name, s.Receivable, v)
		}
	}
}

// M78 (e): can the limit of 45,000 be adjusted in June, and to how much?
func TestM78(t *testing.T) {
	cfg, on := credit.Default(), kernel.On(2026, 6, 1)
	tests := map[string]struct {
		documents []receivable.Document
		months    []int64
		late      int64
		worst     int
		decision  credit.Decision
		formula   int64
		change    float64
	}{
		"A is lowered":            {customerA(), []int64{16000, 18000, 20000}, 22000, 32, credit.Lower, 36000, -0.2},
		"B is raised by 13.3 %":   {customerB(), []int64{22000, 26000, 28000}, 0, 0, credit.Raise, 51000, 0.1333},
		"the seed's 45,000 holds": {nil, []int64{22500, 22500, 22500}, 0, 0, credit.Keep, 45000, 0},
	}
	for name, test := range tests {
		s := receivable.AsOf(on, test.documents, nil)
		formula := cfg.Formula(credit.Basis{Months: yuan(test.months...), Days: 30, Season: credit.Usual, Grade: solvency.A})
		o := cfg.Decide(formula, credit.Facts{On: on, Current: 45000_00, Changed: kernel.On(2025, 12, 1), History: 5, Late: s.Overdue, Grade: solvency.A})
		if s.Overdue != test.late*100 || s.Worst != test.worst {
			t.Errorf("%s: overdue %d for %d days", name, s.Overdue, s.Worst)
		}
		if o.Decision != test.decision || o.Formula != test.formula*100 || o.To != test.formula*100 || abs(float64(o.Change)-test.change) > 0.00005 {
			t.Errorf("%s: %+v", name, o)
		}
	}
}

func abs(x float64) float64 { return max(x, -x) }

func TestFormula(t *testing.T) {
	usual := credit.Basis{Months: yuan(22000, 26000, 28000), Year: 240000_00, Days: 30, Season: 1, Grade: solvency.A}
	with := func(change func(*credit.Basis)) credit.Basis { b := usual; change(&b); return b }
	tests := map[string]struct {
		basis  credit.Basis
		strict bool
		want   int64
	}{
		"25,333.33 · 2":                       {usual, false, 51000},
		"AA: times 1.1":                       {with(func(b *credit.Basis) { b.Grade = solvency.AA }), false, 56000},
		"AAA: times 1.2":                      {with(func(b *credit.Basis) { b.Grade = solvency.AAA }), false, 61000},
		"B: times 0.8":                        {with(func(b *credit.Basis) { b.Grade = solvency.B }), false, 41000},
		"C pays cash":                         {with(func(b *credit.Basis) { b.Grade = solvency.C }), false, 0},
		"without a grade there is none":       {with(func(b *credit.Basis) { b.Grade = "" }), false, 0},
		"a busy season":                       {with(func(b *credit.Basis) { b.Season = 1.5 }), false, 76000},
		"a quiet season":                      {with(func(b *credit.Basis) { b.Season = 0.5 }), false, 26000},
		"cash: the month itself":              {with(func(b *credit.Basis) { b.Days = 0 }), false, 26000},
		"45 days":                             {with(func(b *credit.Basis) { b.Days = 45 }), false, 64000},
		"a new customer's forecast":           {with(func(b *credit.Basis) { b.Months = yuan(22500) }), false, 45000},
		"nothing was sold":                    {with(func(b *credit.Basis) { b.Months = yuan(0, 0, 0) }), false, 0},
		"more came back than was sold":        {with(func(b *credit.Basis) { b.Months = yuan(-9, 1, 2) }), false, 0},
		"whole thousands stay what they are":  {with(func(b *credit.Basis) { b.Months = yuan(16000, 18000, 20000) }), false, 36000},
		"strict: last year's monthly average": {usual, true, 20000},
		"strict in season: half as much more": {with(func(b *credit.Basis) { b.Season = 1.5 }), true, 30000},
		"strict: less than the average":       {with(func(b *credit.Basis) { b.Year = 12 * 80000_00; b.Days = 90 }), true, 51000},
		"strict: rounded down, never above":   {with(func(b *credit.Basis) { b.Year = 12 * 20999_00 }), true, 20000},
	}
	for name, test := range tests {
		cfg := credit.Default()
		cfg.Strict = test.strict
		if got := cfg.Formula(test.basis); got != test.want*100 {
			t.Errorf("%s: %d, want %d", name, got/100, test.want)
		}
	}
}

func TestDecisionsInTheirOrder(t *testing.T) {
	on := kernel.On(2026, 6, 1)
	good := credit.Facts{On: on, Current: 40000, Changed: kernel.On(2026, 3, 1), History: 3, Grade: solvency.B}
	with := func(change func(*credit.Facts)) credit.Facts { f := good; change(&f); return f }
	tests := map[string]struct {
		formula  int64
		facts    credit.Facts
		decision credit.Decision
		to       int64
	}{
		"less than nine tenths":                {35999, good, credit.Lower, 35999},
		"nine tenths":                          {36000, good, credit.Keep, 40000},
		"the same":                             {40000, good, credit.Keep, 40000},
		"more, and everything is met":          {40001, good, credit.Raise, 40001},
		"half as much more at most":            {90000, good, credit.Raise, 60000},
		"lowered even if nothing else is met":  {1, with(func(f *credit.Facts) { f.Late, f.History, f.Grade = 9, 0, solvency.C }), credit.Lower, 1},
		"kept even if nothing else is met":     {40000, with(func(f *credit.Facts) { f.Late = 9 }), credit.Keep, 40000},
		"overdue":                              {50000, with(func(f *credit.Facts) { f.Late = 1 }), credit.Ineligible, 40000},
		"two full months":                      {50000, with(func(f *credit.Facts) { f.History = 2 }), credit.Ineligible, 40000},
		"grade C":                              {50000, with(func(f *credit.Facts) { f.Grade = solvency.C }), credit.Ineligible, 40000},
		"no grade":                             {50000, with(func(f *credit.Facts) { f.Grade = "" }), credit.Ineligible, 40000},
		"nothing to go by":                     {0, with(func(f *credit.Facts) { f.Grade, f.Blank = "", true }), credit.Unknown, 40000},
		"changed a day less than three months": {50000, with(func(f *credit.Facts) { f.Changed = kernel.On(2026, 3, 2) }), credit.Ineligible, 40000},
		"never changed":                        {50000, with(func(f *credit.Facts) { f.Changed = kernel.Date{} }), credit.Raise, 50000},
		"a first limit of a new customer":      {50000, with(func(f *credit.Facts) { f.Current, f.History = 0, 0 }), credit.Open, 50000},
		"no first limit while he is late":      {50000, with(func(f *credit.Facts) { f.Current, f.Late = 0, 1 }), credit.Ineligible, 0},
	}
	for name, test := range tests {
		if o := credit.Default().Decide(test.formula, test.facts); o.Decision != test.decision || o.To != test.to {
			t.Errorf("%s: %+v", name, o)
		}
	}
}

func room(limit, owed int64) credit.Room {
	return credit.Room{Limited: true, Limit: limit, Exposure: credit.Exposure{Receivable: owed}}
}

func TestOrders(t *testing.T) {
	tests := map[string]struct {
		asked   credit.Asked
		excess  int64
		reasons []credit.Reason
	}{
		"up to the limit":                       {credit.Asked{Own: room(100, 60), Order: 40}, 0, nil},
		"one more":                              {credit.Asked{Own: room(100, 60), Order: 41}, 1, []credit.Reason{credit.OverLimit}},
		"with what is on top for now":           {credit.Asked{Own: credit.Room{Limited: true, Limit: 100, Temporary: 50, Exposure: credit.Exposure{Receivable: 60}}, Order: 90}, 0, nil},
		"delivered, bills and orders count":     {credit.Asked{Own: credit.Room{Limited: true, Limit: 100, Exposure: credit.Exposure{Receivable: 10, Shipped: 20, Bills: 30, Orders: 35}}, Order: 10}, 5, []credit.Reason{credit.OverLimit}},
		"overdue for 30 days":                   {credit.Asked{Own: room(100, 0), Worst: 30, Order: 1}, 0, nil},
		"overdue for 31 days, within the limit": {credit.Asked{Own: room(100, 0), Worst: 31, Order: 1}, 0, []credit.Reason{credit.Late}},
		"both":                                  {credit.Asked{Own: room(1400, 1180), Worst: 38, Order: 420}, 200, []credit.Reason{credit.OverLimit, credit.Late}},
		"the group's limit":                     {credit.Asked{Own: room(500, 0), Groups: []credit.Room{room(3200, 3120)}, Order: 288}, 208, []credit.Reason{credit.OverGroup}},
		"own and group: the larger excess":      {credit.Asked{Own: room(100, 60), Groups: []credit.Room{room(200, 195)}, Order: 50}, 45, []credit.Reason{credit.OverLimit, credit.OverGroup}},
		"two groups, one reason":                {credit.Asked{Own: room(100, 0), Groups: []credit.Room{room(200, 195), room(200, 190)}, Order: 50}, 45, []credit.Reason{credit.OverGroup}},
		"without a limit nothing passes":        {credit.Asked{Order: 50}, 50, []credit.Reason{credit.Unlimited}},
		"but with one of the group":             {credit.Asked{Groups: []credit.Room{room(200, 0)}, Order: 50}, 0, nil},
		"cash only":                             {credit.Asked{Own: room(0, 144), Order: 54}, 198, []credit.Reason{credit.OverLimit}},
		"deliveries are stopped":                {credit.Asked{Own: room(100, 0), Stopped: true, Order: 5}, 0, []credit.Reason{credit.Stopped}},
	}
	for name, test := range tests {
		v := credit.Default().Judge(test.asked)
		if v.Pass != (len(test.reasons) == 0) || v.Excess != test.excess || !slices.Equal(v.Reasons, append([]credit.Reason{}, test.reasons...)) {
			t.Errorf("%s: %+v", name, v)
		}
	}
}

func TestLight(t *testing.T) {
	tests := map[string]struct {
		asked credit.Asked
		want  credit.Light
	}{
		"plenty":                    {credit.Asked{Own: room(100, 79)}, credit.Green},
		"four fifths are used":      {credit.Asked{Own: room(100, 80)}, credit.Amber},
		"all of it is used":         {credit.Asked{Own: room(100, 100)}, credit.Red},
		"a day late":                {credit.Asked{Own: room(100, 0), Worst: 1}, credit.Amber},
		"late for too long":         {credit.Asked{Own: room(100, 0), Worst: 31}, credit.Red},
		"nobody decided a limit":    {credit.Asked{}, credit.Amber},
		"cash only":                 {credit.Asked{Own: room(0, 0)}, credit.Red},
		"the group has none left":   {credit.Asked{Own: room(100, 0), Groups: []credit.Room{room(200, 200)}}, credit.Red},
		"the group has little left": {credit.Asked{Own: room(100, 0), Groups: []credit.Room{room(200, 170)}}, credit.Amber},
		"deliveries are stopped":    {credit.Asked{Own: room(100, 0), Stopped: true}, credit.Red},
	}
	for name, test := range tests {
		if got := credit.Default().Light(test.asked); got != test.want {
			t.Errorf("%s: %s, want %s", name, got, test.want)
		}
	}
}

func TestExposureIsNeverNegative(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := func(label string) int64 { return rapid.Int64Range(-1e12, 1e12).Draw(t, label) }
		e := credit.Exposure{Receivable: amount("receivable"), Shipped: amount("shipped"), Bills: amount("bills"), Orders: amount("orders")}
		if e.Total() < 0 {
			t.Fatalf("%+v is %d", e, e.Total())
		}
	})
}

// A higher grade never lowers the limit, nor do more sales or a longer term.
func TestBetterIsNeverLess(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cfg := credit.Default()
		cfg.Strict = rapid.Bool().Draw(t, "strict")
		b := credit.Basis{Days: rapid.IntRange(0, 180).Draw(t, "days"), Season: rapid.Float64Range(0.5, 1.5).Draw(t, "season"), Year: rapid.Int64Range(0, 1e12).Draw(t, "year")}
		for range 3 {
			b.Months = append(b.Months, rapid.Int64Range(-1e6, 1e12).Draw(t, "month"))
		}
		last := int64(credit.Most)
		for _, b.Grade = range append(slices.Clone(solvency.Grades), "") {
			now := cfg.Formula(b)
			if now > last || now < 0 || now%cfg.Unit != 0 {
				t.Fatalf("%s gives %d, better ones %d", b.Grade, now, last)
			}
			last = now
		}
		b.Grade = solvency.A
		more := b
		more.Months = append([]int64{b.Months[0] + rapid.Int64Range(0, 1e9).Draw(t, "more")}, b.Months[1:]...)
		more.Days += rapid.IntRange(0, 90).Draw(t, "longer")
		if cfg.Formula(more) < cfg.Formula(b) {
			t.Fatalf("%+v gives less than %+v", more, b)
		}
	})
}

// An order that passes leaves what is owed within the limit, and a smaller one passes, too.
func TestWhatPassesStaysWithinTheLimit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		amount := func(label string) int64 { return rapid.Int64Range(0, 1000).Draw(t, label) }
		a := credit.Asked{Own: room(amount("limit"), amount("owed")), Groups: []credit.Room{room(amount("group's"), amount("the group owes"))}, Order: 1 + amount("order"), Worst: rapid.IntRange(0, 60).Draw(t, "worst")}
		cfg := credit.Default()
		v := cfg.Judge(a)
		if v.Pass && (v.Exposure > v.Limit || a.Groups[0].Exposure.Total()+a.Order > a.Groups[0].Whole()) {
			t.Fatalf("%+v of %+v", v, a)
		}
		smaller := a
		smaller.Order = rapid.Int64Range(1, a.Order).Draw(t, "smaller")
		if v.Pass && !cfg.Judge(smaller).Pass {
			t.Fatalf("%d passes, %d does not", a.Order, smaller.Order)
		}
		if light := cfg.Light(a); v.Pass && light == credit.Red {
			t.Fatalf("%d passes with a red light", a.Order)
		}
	})
}
