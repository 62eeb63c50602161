// Package export decides how a table leaves the program: as CSV or XLSX with
// real numbers and dates, in which no text is ever run as a formula.
package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/unicode/norm"

	"erba/kernel"
)

// Amount is a sum in minor units; it is written in major ones.
type Amount int64

// String is the sum with two places: -12.30.
func (a Amount) String() string {
	sign, n := "", uint64(a)
	if a < 0 {
		sign, n = "-", -n
	}
	text := strconv.FormatUint(n/100, 10) + "." + strconv.FormatUint(n%100+100, 10)[1:]
	return sign + text
}

// Types are the media types of the formats.
var Types = map[string]string{
	"csv":  "text/csv; charset=utf-8",
	"vcf":  "text/vcard; charset=utf-8",
	"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

// Write writes a table. A row's cells are texts, Amounts, Decimals, Dates,
// integers or nil; rows hands them over one by one.
func Write(w io.Writer, format string, header []string, rows func(row func(cells ...any) error) error) error {
	switch format {
	case "xlsx":
		return workbook(w, header, rows)
	case "vcf":
		return cards(w, rows)
	}
	return separated(w, header, rows)
}

// cards writes visiting cards: each row is one, and its only cell is the card as
// it stands, which no spreadsheet opens.
func cards(w io.Writer, rows func(func(...any) error) error) error {
	return rows(func(cells ...any) error {
		_, err := io.WriteString(w, cells[0].(string))
		return err
	})
}

// separated writes CSV as spreadsheets like it: with a mark that it is UTF-8.
func separated(w io.Writer, header []string, rows func(func(...any) error) error) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(harmless(header)); err != nil {
		return err
	}
	record := make([]string, len(header))
	err := rows(func(cells ...any) error {
		for i, cell := range cells {
			record[i] = written(cell)
		}
		return out.Write(record)
	})
	if err != nil {
		return err
	}
	out.Flush()
	return out.Error()
}

// written is a cell as text.
func written(cell any) string {
	switch v := cell.(type) {
	case nil:
		return ""
	case string:
		return Harmless(v)
	case Amount:
		return v.String()
	case kernel.Decimal:
		return v.String()
	case kernel.Date:
		return v.String()
	case int:
		return strconv.Itoa(v)
	case int64:
		return strconv.FormatInt(v, 10)
	}
	panic("export: a cell of an unknown type")
}

// workbook writes XLSX, row by row.
func workbook(w io.Writer, header []string, rows func(func(...any) error) error) error {
	book := excelize.NewFile()
	defer book.Close()
	sheet, err := book.NewStreamWriter(book.GetSheetName(0))
	if err != nil {
		return err
	}
	looks, err := styles(book)
	if err != nil {
		return err
	}
	titles := make([]any, len(header))
	for i, title := range harmless(header) {
		titles[i] = excelize.Cell{StyleID: looks.title, Value: title}
	}
	if err := sheet.SetRow("A1", titles); err != nil {
		return err
	}
	line := 1
	err = rows(func(cells ...any) error {
		line++
		for i, cell := range cells {
			cells[i] = looks.cell(cell)
		}
		return sheet.SetRow("A"+strconv.Itoa(line), cells)
	})
	if err != nil {
		return err
	}
	if err := sheet.Flush(); err != nil {
		return err
	}
	return book.Write(w)
}

// look are the styles of a workbook.
type look struct{ title, date, amount int }

func styles(book *excelize.File) (l look, err error) {
	if l.title, err = book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return l, err
	}
	if l.date, err = book.NewStyle(&excelize.Style{CustomNumFmt: new("yyyy-mm-dd")}); err != nil {
		return l, err
	}
	l.amount, err = book.NewStyle(&excelize.Style{CustomNumFmt: new("#,##0.00")})
	return l, err
}

// cell is a value with the style of its kind.
func (l look) cell(cell any) any {
	switch v := cell.(type) {
	case string:
		return Harmless(v)
	case Amount:
		return excelize.Cell{StyleID: l.amount, Value: float64(v) / 100}
	case kernel.Decimal:
		return v.Float()
	case kernel.Date:
		if v.IsZero() {
			return nil
		}
		y, m, d := v.Parts()
		return excelize.Cell{StyleID: l.date, Value: time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)}
	}
	return cell
}

// Harmless puts an apostrophe before a text that a spreadsheet would take for a
// formula, also behind blanks and signs that nobody sees, and in other widths.
func Harmless(text string) string {
	for _, r := range norm.NFKC.String(text) {
		switch {
		case strings.ContainsRune("=+-@\t\r\u2212", r):
			return "'" + text
		case !unicode.IsSpace(r) && !unicode.IsControl(r) && !unicode.Is(unicode.Cf, r):
			return text
		}
	}
	return text
}

// Plain is a text as it was before Harmless wrote it down.
func Plain(text string) string {
	if inner, marked := strings.CutPrefix(text, "'"); marked && Harmless(inner) == text {
		return inner
	}
	return text
}

func harmless(texts []string) []string {
	safe := make([]string, len(texts))
	for i, text := range texts {
		safe[i] = Harmless(text)
	}
	return safe
}
