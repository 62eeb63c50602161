package importing

import (
	"strings"

	"erba/kernel"
)

// sum adds up a column, to compare with the totals that the file prints.
type sum struct {
	cell
	all, since int64 // millionths, of the whole file and since the last subtotal
}

const mostSums = 200 // totals that a report shows

var summed = []string{"quantity", "amount", "amount_gross", "tax", "cost"}

// sums are the columns of which a total makes sense.
func (s *Sheet) sums() (all []sum) {
	for _, field := range summed {
		if c := s.cell(field); c.column >= 0 {
			c.unit, c.put = kernel.Whole(1), nil // as the file prints it; its reader counts what it replaces
			all = append(all, sum{cell: c})
		}
	}
	return all
}

// add adds a row that can be booked.
func add(sums []sum, row []string) {
	for i := range sums {
		if n, filled, bad := sums[i].number(row); bad == nil && filled {
			sums[i].all += n.Micro()
			sums[i].since += n.Micro()
		}
	}
}

// compare holds a total against the rows since the last one, else against all.
func compare(sums []sum, number int, row []string) (all []Sum) {
	for i := range sums {
		s := &sums[i]
		printed, filled, bad := s.number(row)
		if bad != nil || !filled || len(all) == mostSums {
			continue
		}
		one := Sum{Row: number, Column: s.heading, File: printed, Rows: kernel.Micro(s.all)}
		if one.Agrees = printed.Micro() == s.all; !one.Agrees && (printed.Micro() == s.since || isPart(row)) {
			one.Rows, one.Agrees = kernel.Micro(s.since), printed.Micro() == s.since
		}
		all = append(all, one)
	}
	for i := range sums {
		sums[i].since = 0
	}
	return all
}

// isPart reports whether a total is one of a part of the rows.
func isPart(row []string) bool {
	whole := strings.ToLower(strings.Join(row, " "))
	return strings.Contains(whole, "小计") || strings.Contains(whole, "subtotal")
}

// tooWide blames a row that has more cells than there are headings, as a
// separator inside an unquoted text makes them.
func tooWide(row []string, width int) *Rejection {
	for _, c := range row[min(width, len(row)):] {
		if strings.TrimSpace(c) != "" {
			return &Rejection{Value: c, Reason: "too_wide"}
		}
	}
	return nil
}
