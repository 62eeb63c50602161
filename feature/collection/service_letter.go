package collection

import (
	"strconv"
	"strings"

	"erba/analysis/dunning"
	"erba/kernel"
	"erba/platform/export"
)

// Draft is a letter as it would be written today.
type Draft struct {
	Does     string `json:"does"     enum:"remind,call,letter,stop,legal"`
	Language string `json:"language" enum:"zh-CN,en"`
	Number   string `json:"number"   doc:"Of the invoice that is latest"`
	Title    string `json:"title"`
	Body     string `json:"body"`
	Amount   int64  `json:"amount"   doc:"What it asks for"`
	To       string `json:"to"       doc:"Where the last one went"`
	Count    int    `json:"count"    doc:"Claims that it names"`
}

// words say a text key in the language of the letter.
type words func(key string, args map[string]any) string

// written is a step's letter about some debts.
func written(step dunning.Step, language string, debts []Debt, ways Ways, values map[string]string, currency string, on kernel.Date, say words) Draft {
	d := Draft{Does: step.Does, Language: language}
	title, body := step.TitleZh, step.TextZh
	if language == "en" {
		title, body = step.TitleEn, step.TextEn
	}
	var late int64
	var lines []string
	days := 0
	for _, one := range debts {
		asked := one.asked(ways.usual)
		if asked == 0 || one.Due.IsZero() || !ways.due(one, step.Does) {
			continue
		}
		if d.Number == "" {
			d.Number, days = one.Number, max(0, one.Days)
		}
		d.Count++
		d.Amount += asked
		if one.Late {
			late += asked
		}
		lines = append(lines, say(lineKey(one), map[string]any{"number": one.Number, "due": one.Due.String(), "amount": priced(asked, currency), "days": one.Days}))
	}
	values["documents"] = strings.Join(lines, "\n")
	values["total"], values["late"] = priced(d.Amount, currency), priced(late, currency)
	values["days"], values["today"] = strconv.Itoa(days), on.String()
	d.Title, d.Body = dunning.Fill(title, values), dunning.Fill(body, values)
	return d
}

// priced is money as a letter has it: 1,234.56 CNY.
func priced(amount int64, currency string) string {
	text := export.Amount(amount).String()
	for at := len(text) - len("000.00"); at > 0; at -= 3 {
		text = text[:at] + "," + text[at:]
	}
	return text + " " + currency
}

func lineKey(d Debt) string {
	if d.Late {
		return "collection.line_late"
	}
	return "collection.line_due"
}
