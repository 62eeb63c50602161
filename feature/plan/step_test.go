package plan

import (
	"slices"
	"testing"
	"time"

	"erba/kernel"
)

// A plan in which each of 10,000 accounts lacks something in three steps and has
// to be looked at again in three is printed at once: before, what they lack was
// put together anew for each account and step.
func TestThePlanOfManyAccountsIsPrintedAtOnce(t *testing.T) {
	const all = 10_000
	st := &standing{tiers: map[kernel.ID]string{}}
	var accounts []known
	var open []Action
	for range all {
		id := kernel.NewID()
		accounts, st.tiers[id] = append(accounts, known{ID: id}), "MAJOR"
		open = append(open, Action{Account: id, Title: "拜访"})
		for _, number := range []int{stepResources, stepGoals, stepCoverage} {
			st.blocking[number] = append(st.blocking[number], id)
			st.marks = append(st.marks, Mark{Account: id, Step: int64(number)})
		}
	}
	begun, by := time.Now(), st.hindered(open)
	steps := []int{stepGoals, stepCoverage, stepResources}
	for _, a := range accounts[:mostEntries] {
		if e := st.entry(a, by); !slices.Equal(e.Lacks, steps) || !slices.Equal(e.Stale, steps) || len(e.Actions) != 1 || e.Actions[0].Account != a.ID {
			t.Fatalf("%+v", e)
		}
	}
	if took := time.Since(begun); took > 500*time.Millisecond {
		t.Errorf("%d of %d accounts took %v", mostEntries, all, took)
	}
}
