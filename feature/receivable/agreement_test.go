package receivable

import (
	rules "erba/analysis/terms"
	"erba/feature/terms"
	"erba/kernel"
)

// agreement is 月结30天 in some reading, from the beginning.
func agreement(account kernel.ID, mode rules.Mode) terms.Agreement {
	return terms.Agreement{Account: account, Since: kernel.On(2025, 1, 1), Agreed: terms.Wording{Terms: rules.Terms{Rule: rules.Rule{Mode: mode, Days: 30}}}}
}
