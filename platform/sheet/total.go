package sheet

import (
	"slices"
	"strings"
)

type rowKind int

const (
	dataRow rowKind = iota
	blankRow
	totalRow
	otherRow // a footer or the header once more
)

// kindOf tells data from what reports print around it. It is asked for every
// row, so it looks at the last byte of a cell before anything else.
func kindOf(cells, header []string) rowKind {
	n, total := 0, false
	for _, c := range cells {
		if c == "" {
			continue
		}
		n++
		switch c[len(c)-1] {
		case 0xA1, 0xBB, 'l', 'L', ':', 0x9A, ' ': // 计, 总, total, colons
			total = total || isTotal(c)
		}
	}
	switch {
	case n == 0 || n < 3 && blank(cells):
		return blankRow
	case total && (n < len(header) || n < len(cells)):
		return totalRow
	case n <= 2 && len(header) > 2 && isFooter(cells), cells[0] == header[0] && slices.Equal(cells[:min(len(cells), len(header))], header):
		return otherRow
	}
	return dataRow
}

var totals = []string{"小计", "合计", "总计", "共计", "累计", "汇总"}

// isTotal reports whether a cell is the label of a total: 合 计：, 华为小计, Grand Total.
func isTotal(cell string) bool {
	if len(cell) > 120 {
		return false
	}
	label := strings.NewReplacer(" ", "", "\u3000", "", ":", "", "：", "", "-", "").Replace(cell)
	for _, t := range totals {
		if strings.HasSuffix(label, t) {
			return true
		}
	}
	switch strings.ToLower(label) {
	case "total", "subtotal", "grandtotal":
		return true
	}
	return false
}

var footers = []string{"制表", "制单", "打印", "审核", "审批", "复核", "备注", "说明", "注：", "注:", "导出", "第", "共",
	"printed", "page ", "note:", "notes:", "generated", "exported", "source:"}

// isFooter reports whether the first words of a nearly empty row are a report's.
func isFooter(cells []string) bool {
	for _, c := range cells {
		if c = strings.ToLower(strings.TrimSpace(c)); c != "" {
			return slices.ContainsFunc(footers, func(f string) bool { return strings.HasPrefix(c, f) })
		}
	}
	return false
}
