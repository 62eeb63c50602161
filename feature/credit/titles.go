package credit

import (
	"slices"
	"strings"
)

// titles are what the columns of a file of orders may be called: code of the
// customer, number, amount, currency, day. The first three must be there.
var titles = [][]string{
	{"客户编号", "客户编码", "客户代码", "客户", "accountcode", "customercode", "account", "customer"},
	{"订单号", "订单编号", "订单号码", "单号", "ordernumber", "orderno", "order", "number"},
	{"金额", "订单金额", "含税金额", "价税合计", "amount", "orderamount", "total"},
	{"币种", "币别", "货币", "currency"},
	{"日期", "订单日期", "下单日期", "orderdate", "date", "on"},
}

const needed = 3

// columns are where those of an order stand in a file, -1 for one that is missing: by
// their titles or, if those do not say it, one after the other.
func columns(header []string) (at []int) {
	for i := range header {
		header[i] = strings.NewReplacer(" ", "", "_", "", "-", "").Replace(strings.ToLower(header[i]))
	}
	for _, names := range titles {
		known := slices.IndexFunc(names, func(name string) bool { return slices.Contains(header, name) })
		if known < 0 {
			at = append(at, -1)
			continue
		}
		at = append(at, slices.Index(header, names[known]))
	}
	if slices.Contains(at[:needed], -1) {
		return []int{0, 1, 2, 3, 4}
	}
	return at
}

// arranged are the cells of a row in the order of titles.
func arranged(cells []string, at []int) []string {
	row := make([]string, len(at))
	for i, from := range at {
		if from >= 0 && from < len(cells) {
			row[i] = strings.TrimSpace(cells[from])
		}
	}
	return row
}
