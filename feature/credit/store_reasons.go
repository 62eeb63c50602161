package credit

import (
	"database/sql/driver"
	"fmt"
	"strings"

	"erba/analysis/credit"
)

// Reasons are why an order was blocked; one TEXT in SQL.
type Reasons []credit.Reason

// Value writes them into SQL.
func (r Reasons) Value() (driver.Value, error) {
	words := make([]string, len(r))
	for i, one := range r {
		words[i] = string(one)
	}
	return strings.Join(words, ","), nil
}

// Scan reads them from SQL.
func (r *Reasons) Scan(src any) error {
	text, ok := src.(string)
	if !ok {
		return fmt.Errorf("credit: reasons of a %T", src)
	}
	*r = Reasons{}
	for _, word := range strings.FieldsFunc(text, func(c rune) bool { return c == ',' }) {
		*r = append(*r, credit.Reason(word))
	}
	return nil
}

// Said are the reasons in words.
func (v Verdict) Said(say func(key string, args map[string]any) string) string {
	return v.Reasons.said(v.Worst, say)
}

func (r Reasons) said(worst int, say func(key string, args map[string]any) string) string {
	words := make([]string, len(r))
	for i, one := range r {
		words[i] = say(reasonKey(one), map[string]any{"n": worst})
	}
	return strings.Join(words, "; ")
}

func reasonKey(r credit.Reason) string { return "credit.because_" + string(r) }
