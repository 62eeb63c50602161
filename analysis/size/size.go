// Package size decides the size class of a company (method M21), by employees
// and yearly revenue: of both, the class that both reach.
//
//	huge   特大型  ≥ 5,000 employees and ≥ 5,000,000,000 yuan
//	large  大型    ≥ 1,000 and ≥ 400,000,000
//	medium 中型    ≥ 300 and ≥ 20,000,000
//	small  小型    ≥ 20 and ≥ 3,000,000
//	micro  微型    else
//
// Source: the Chinese standard of 2011 for small and medium enterprises
// (工信部联企业〔2011〕300号), its row for industry; huge is our own addition.
// The table is configuration: other trades have other rows.
package size

import (
	"math"
	"slices"
	"strconv"

	"erba/analysis/why"
	"erba/kernel"
)

// Class is the size of a company; "" if it is not known.
type Class string

// The classes, the largest first.
const (
	Unknown Class = ""
	Huge    Class = "huge"
	Large   Class = "large"
	Medium  Class = "medium"
	Small   Class = "small"
	Micro   Class = "micro"
)

// Key is the text key of the class.
func (c Class) Key() string {
	if c == Unknown {
		return "size.unknown"
	}
	return "size." + string(c)
}

// Row is what a class asks for.
type Row struct {
	Class     Class `json:"class"     enum:"huge,large,medium,small"`
	Employees int64 `json:"employees" unit:"count"  minimum:"0"`
	Revenue   int64 `json:"revenue"   unit:"amount" minimum:"0" doc:"A year, in minor units"`
}

// Config is the table, the largest class first; who reaches no row is micro.
type Config struct {
	Rows []Row `json:"rows"`
}

// Default is the row for industry of the standard, and huge.
func Default() Config {
	return Config{[]Row{
		{Huge, 5000, 5_000_000_000_00},
		{Large, 1000, 400_000_000_00},
		{Medium, 300, 20_000_000_00},
		{Small, 20, 3_000_000_00},
	}}
}

// Check refuses a table whose classes or figures do not fall.
func (c Config) Check() error {
	place, above := -1, Row{Employees: math.MaxInt64, Revenue: math.MaxInt64}
	for i, row := range c.Rows {
		next, at := slices.Index(classes[:], row.Class), ""
		switch {
		case next <= place:
			at = "class"
		case row.Employees > above.Employees || row.Employees < 0:
			at = "employees"
		case row.Revenue > above.Revenue || row.Revenue < 0:
			at = "revenue"
		}
		if at != "" {
			return kernel.Invalid("size.bad_config", "class", string(row.Class)).In("rows." + strconv.Itoa(i) + "." + at)
		}
		place, above = next, row
	}
	return nil
}

// classes are those that a row can ask for, the largest first.
var classes = [...]Class{Huge, Large, Medium, Small}

// Of is the class of a company. One unknown figure: no class.
func Of(employees, revenueMinor *int64, cfg Config) Class {
	if employees == nil || revenueMinor == nil {
		return Unknown
	}
	for _, row := range cfg.Rows {
		if *employees >= row.Employees && *revenueMinor >= row.Revenue {
			return row.Class
		}
	}
	return Micro
}

// Explain says which figures led to the class and what a class asks for.
func Explain(employees, revenueMinor *int64, cfg Config) why.Explanation {
	e := why.Explanation{Model: "M21", Result: Of(employees, revenueMinor, cfg).Key(), Rule: "size.rule_both",
		Inputs: []why.Figure{figure("size.employees", why.Count, employees), figure("size.revenue", why.Amount, revenueMinor)}}
	for _, row := range cfg.Rows {
		e.Cuts = append(e.Cuts, why.Known("size.employees", why.Count, row.Employees), why.Known("size.revenue", why.Amount, row.Revenue))
	}
	if employees == nil || revenueMinor == nil {
		e.Rule = "size.rule_unknown"
		return e
	}
	for _, row := range cfg.Rows {
		try(&e, why.Instead("size.employees", why.Count, *employees, row.Employees, Of(&row.Employees, revenueMinor, cfg).Key()))
		try(&e, why.Instead("size.revenue", why.Amount, *revenueMinor, row.Revenue, Of(employees, &row.Revenue, cfg).Key()))
	}
	e.Sort()
	return e
}

// try keeps a change that rises and leads to another class.
func try(e *why.Explanation, change why.Change) {
	if change.Difference > 0 && change.Result != e.Result {
		e.Changes = append(e.Changes, change)
	}
}

func figure(key string, unit why.Unit, value *int64) why.Figure {
	if value == nil {
		return why.Unknown(key, unit)
	}
	return why.Known(key, unit, *value)
}
