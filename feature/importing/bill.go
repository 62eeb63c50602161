package importing

import (
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

// billCells say how money came in.
type billCells struct{ method, matures, recourse, accepted cell }

func (s *Sheet) bill() billCells {
	return billCells{s.cell("method"), s.cell("matures"), s.cell("recourse"), s.cell("accepted")}
}

// read is how a receipt was paid. A bill of exchange matures, on its own day or later.
func (b billCells) read(row []string, on kernel.Date, dates clean.Order) (o Bill, bad *Rejection) {
	if o.Matures, bad = b.matures.date(row, dates); bad != nil {
		return o, bad
	}
	o.Method = b.method.text(row)
	o.Recourse = meaning(answers, b.recourse.text(row)) == "yes"
	o.Accepted = meaning(answers, b.accepted.text(row)) == "yes" || ofBank(b.accepted.text(row)) || ofBank(o.Method)
	switch {
	case o.Matures.IsZero() && isBill(o.Method):
		return o, b.matures.or(b.method).reject(row, "maturity_missing")
	case !o.Matures.IsZero() && o.Matures.Compare(on) < 0:
		return o, b.matures.reject(row, "maturity_early")
	}
	return o, nil
}

// isBill reports whether a way of paying is a bill of exchange.
func isBill(method string) bool {
	m := strings.ToLower(method)
	return strings.Contains(m, "承兑") || strings.Contains(m, "汇票") || strings.Contains(m, "bill of exchange") || strings.Contains(m, "draft")
}

// ofBank reports whether it is a bank that has accepted a bill.
func ofBank(says string) bool {
	s := strings.ToLower(says)
	return strings.Contains(s, "银行承兑") || strings.Contains(s, "bank accept")
}
