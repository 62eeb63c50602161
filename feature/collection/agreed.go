package collection

import (
	"slices"
	"strings"

	"erba/analysis/dunning"
	"erba/kernel"
)

// Agreed are the days of steps as they were agreed with an account. Nothing agreed is
// changed: of those for the same contract the last ones hold.
type Agreed struct {
	ID       kernel.ID   `json:"id"          db:"id"`
	Account  kernel.ID   `json:"account"     db:"account_id" row:"account"`
	Contract string      `json:"contract"    db:"contract"   doc:"Empty: all claims of which no other contract speaks"`
	Steps    Days        `json:"steps"       db:"steps"      doc:"None: as the company asks"`
	By       kernel.ID   `json:"by,omitzero" db:"by_id"`
	Made     kernel.Date `json:"made"        db:"made_on"`
	Version  int64       `json:"version"     db:"version"`
}

// Days are those of steps, in their order.
type Days []dunning.Day

const longestContract = 60

// Check reports the first rule that agreed steps break.
func (a *Agreed) Check() error {
	if a.Contract = strings.TrimSpace(a.Contract); over(a.Contract, longestContract) {
		return kernel.Invalid("collection.bad_contract", "max", longestContract).In("contract")
	}
	seen := map[string]bool{}
	for i, d := range a.Steps {
		switch {
		case !slices.Contains(order, d.Does) || seen[d.Does]:
			return kernel.Invalid("dunning.bad_step").In("steps")
		case d.Days < -60 || d.Days > 720 || i > 0 && d.Days <= a.Steps[i-1].Days:
			return kernel.Invalid("dunning.bad_days").In("steps")
		}
		seen[d.Does] = true
	}
	return nil
}

// order is which step is further than which.
var order = []string{dunning.Remind, dunning.Call, dunning.Letter, dunning.Stop, dunning.Legal}

// Ways are the steps by which the claims of an account are asked for.
type Ways struct {
	usual  dunning.Config
	agreed map[string]Agreed // by contract
}

// holding are the steps that hold of all that were ever agreed, the last first.
func holding(all []Agreed) map[string]Agreed {
	hold := map[string]Agreed{}
	for _, a := range all {
		if _, newer := hold[a.Contract]; !newer {
			hold[a.Contract] = a
		}
	}
	for contract, a := range hold {
		if len(a.Steps) == 0 {
			delete(hold, contract)
		}
	}
	return hold
}

// of are the steps for the claims of a contract: its own, else those of the account,
// else the company's.
func (w Ways) of(contract string) dunning.Config {
	for _, name := range []string{contract, ""} {
		if a, ok := w.agreed[name]; ok {
			return w.usual.Agreed(a.Steps)
		}
	}
	return w.usual
}

// far is how far asking for a debt is; −1: nothing has begun.
func (w Ways) far(d Debt) int {
	c := w.of(d.Contract)
	if at := c.Reached(d.Days); at >= 0 {
		return slices.Index(order, c.Steps[at].Does)
	}
	return -1
}

// due reports whether a step may be taken for a debt by now; a step on the day itself
// or before may name what falls due as well.
func (w Ways) due(d Debt, does string) bool {
	days, ok := w.of(d.Contract).After(does)
	return ok && d.Days >= min(days, 1)
}

// stopping is the invoice for which delivery stops, of what is asked for; empty: none.
func (w Ways) stopping(debts []Debt) string {
	for _, d := range debts { // the latest first
		days, stops := w.of(d.Contract).After(dunning.Stop)
		if stops && d.Late && d.Days >= days && d.asked(w.usual) > 0 {
			return d.Number
		}
	}
	return ""
}
