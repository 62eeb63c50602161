package terms_test

import (
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/terms"
	"erba/kernel"
)

func date(text string) (d kernel.Date) {
	if err := d.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return d
}

// M76 (e): the table of the specification, N = 30, and N = 60 of one day.
func TestM76(t *testing.T) {
	tests := []struct {
		on   string
		days int
		due  [5]string // in the order of terms.Modes
	}{
		{"2026-01-10", 30, [5]string{"2026-02-09", "2026-03-02", "2026-02-28", "2026-03-03", "2026-02-10"}},
		{"2026-03-10", 30, [5]string{"2026-04-09", "2026-04-30", "2026-04-30", "2026-05-01", "2026-04-10"}},
		{"2026-05-15", 30, [5]string{"2026-06-14", "2026-06-30", "2026-06-30", "2026-07-01", "2026-06-15"}},
		{"2028-01-31", 30, [5]string{"2028-03-01", "2028-03-01", "2028-02-29", "2028-03-02", "2028-02-29"}},
		{"2026-12-31", 30, [5]string{"2027-01-30", "2027-01-30", "2027-01-31", "2027-01-31", "2027-01-31"}},
		{"2026-01-10", 60, [5]string{"2026-03-11", "2026-04-01", "2026-03-31", "2026-04-02", "2026-03-10"}},
	}
	for _, test := range tests {
		for i, mode := range terms.Modes {
			if got := (terms.Rule{Mode: mode, Days: test.days}).Due(date(test.on)).String(); got != test.due[i] {
				t.Errorf("%s, %s %d: due %s, want %s", test.on, mode, test.days, got, test.due[i])
			}
		}
	}
}

// M76 (c): a statement day of 25, and terms that are no whole months.
func TestStatementDaysAndOddTerms(t *testing.T) {
	tests := map[string]struct {
		rule terms.Rule
		on   string
		due  string
	}{
		"before the statement day":             {terms.Rule{Mode: terms.EndMonths, Days: 30, Statement: 25}, "2026-01-20", "2026-02-28"},
		"after the statement day":              {terms.Rule{Mode: terms.EndMonths, Days: 30, Statement: 25}, "2026-01-26", "2026-03-31"},
		"due on that day, before it":           {terms.Rule{Mode: terms.EndMonths, Days: 30, Statement: 25, OnDay: true}, "2026-01-20", "2026-02-25"},
		"due on that day, after it":            {terms.Rule{Mode: terms.EndMonths, Days: 30, Statement: 25, OnDay: true}, "2026-01-26", "2026-03-25"},
		"a statement day of 31 in February":    {terms.Rule{Mode: terms.EndDays, Days: 0, Statement: 31}, "2026-02-28", "2026-02-28"},
		"45 days from the end of the month":    {terms.Rule{Mode: terms.EndMonths, Days: 45}, "2026-01-10", "2026-03-17"},
		"45 days from the document":            {terms.Rule{Mode: terms.InvoiceMonths, Days: 45}, "2026-01-10", "2026-02-24"},
		"cash":                                 {terms.Rule{Mode: terms.InvoiceDays}, "2026-01-10", "2026-01-10"},
		"29 February, a year later by months":  {terms.Rule{Mode: terms.InvoiceMonths, Days: 360}, "2028-02-29", "2029-02-28"},
		"29 February in the middle of a month": {terms.Rule{Mode: terms.InvoiceDays, Days: 30}, "2028-01-30", "2028-02-29"},
	}
	for name, test := range tests {
		if got := test.rule.Due(date(test.on)).String(); got != test.due {
			t.Errorf("%s: due %s, want %s", name, got, test.due)
		}
	}
}

func TestADayOffIsDueOnTheNextWorkingDay(t *testing.T) {
	national := func(d kernel.Date) bool {
		return d.Compare(date("2026-10-01")) < 0 || d.Compare(date("2026-10-08")) >= 0
	}
	agreed := terms.Terms{Rule: terms.Rule{Mode: terms.InvoiceDays, Days: 30}, NextWorking: true}
	if got := agreed.Of(100, date("2026-09-01"), national)[0].Due; got != date("2026-10-08") {
		t.Errorf("due %s, want after the holiday", got)
	}
	agreed.NextWorking = false
	if got := agreed.Of(100, date("2026-09-01"), national)[0].Due; got != date("2026-10-01") {
		t.Errorf("due %s, want the day itself", got)
	}
}

// 预付 30 / 发货 60 / 质保 10: each with its own day.
func TestInstalmentsHaveTheirOwnDays(t *testing.T) {
	agreed := terms.Terms{Rule: terms.Default().Rule, Parts: []terms.Part{
		{Name: "advance", Percent: 30, Rule: terms.Rule{Mode: terms.InvoiceDays}},
		{Name: "delivery", Percent: 60, Rule: terms.Rule{Mode: terms.EndMonths, Days: 30}},
		{Name: "retention", Percent: 10, Rule: terms.Rule{Mode: terms.InvoiceMonths, Days: 360}, Retention: true},
	}}
	if err := agreed.Check(); err != nil {
		t.Fatal(err)
	}
	want := []terms.Instalment{
		{"advance", 3000, date("2026-01-20"), false}, {"delivery", 6001, date("2026-02-28"), false}, {"retention", 1000, date("2027-01-20"), true}}
	for i, got := range agreed.Of(10001, date("2026-01-20"), nil) {
		if got != want[i] {
			t.Errorf("part %d is %+v, want %+v", i, got, want[i])
		}
	}
}

func TestTermsThatSayNothingAreRefused(t *testing.T) {
	tests := map[string]terms.Terms{
		"negative days":          {Rule: terms.Rule{Mode: terms.InvoiceDays, Days: -1}},
		"no mode":                {Rule: terms.Rule{Days: 30}},
		"a 32nd":                 {Rule: terms.Rule{Mode: terms.EndDays, Statement: 32}},
		"negative grace":         {Rule: terms.Default().Rule, Grace: -1},
		"parts that sum to 99":   {Rule: terms.Default().Rule, Parts: []terms.Part{{Percent: 99, Rule: terms.Default().Rule}}},
		"a part of nothing":      {Rule: terms.Default().Rule, Parts: []terms.Part{{Percent: 100, Rule: terms.Default().Rule}, {Rule: terms.Default().Rule}}},
		"a day without its name": {Rule: terms.Rule{Mode: terms.EndDays, OnDay: true}},
	}
	for name, test := range tests {
		if test.Check() == nil {
			t.Errorf("%s passed", name)
		}
	}
}

func TestInstalmentsAreAlwaysTheWholeAndNeverDueBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		cut := rapid.IntRange(1, 99).Draw(t, "cut")
		rule := terms.Rule{Mode: rapid.SampledFrom(terms.Modes).Draw(t, "mode"), Days: rapid.IntRange(0, 400).Draw(t, "days"),
			Statement: rapid.IntRange(0, 31).Draw(t, "statement")}
		agreed := terms.Terms{Rule: rule, Parts: []terms.Part{{Percent: cut, Rule: rule}, {Percent: 100 - cut, Rule: rule}}}
		amount, on := rapid.Int64Range(-1e12, 1e12).Draw(t, "amount"), kernel.FromOrdinal(rapid.Int32Range(10000, 30000).Draw(t, "on"))
		var sum int64
		for _, part := range agreed.Of(amount, on, nil) {
			if sum += part.Amount; part.Due.Compare(on) < 0 {
				t.Fatalf("%s is due on %s", on, part.Due)
			}
		}
		if sum != amount {
			t.Fatalf("parts of %d sum to %d", amount, sum)
		}
	})
}
