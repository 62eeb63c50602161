package db

import (
	"database/sql/driver"
	"reflect"
	"strings"
)

// oneOf is a column and the values that it may hold.
type oneOf struct {
	column string
	values []any
}

// among writes them as the engine likes it: SQLite looks listed values up one by
// one; to PostgreSQL several are one array, so that the text is the same however
// many there are, and is planned once instead of anew each time.
func (d dialect) among(o oneOf) Cond {
	if d == onPostgres && len(o.values) > 1 {
		if array := arrayOf(o.values); array != nil {
			return Cond{o.column + " = ANY (?)", []any{array}}
		}
	}
	return Cond{o.column + " IN (" + strings.Repeat(",?", len(o.values))[1:] + ")", o.values}
}

// arrayOf is an array of numbers or of texts, nil if the values are neither.
func arrayOf(values []any) any {
	var numbers []int64
	var texts []string
	for _, v := range values {
		if bound, ok := v.(driver.Valuer); ok {
			v, _ = bound.Value() // what cannot be bound is neither, and says so when it is
		}
		switch r := reflect.ValueOf(v); r.Kind() {
		case reflect.Int, reflect.Int64:
			numbers = append(numbers, r.Int())
		case reflect.String:
			texts = append(texts, r.String())
		}
	}
	switch len(values) {
	case len(numbers):
		return numbers
	case len(texts):
		return texts
	}
	return nil
}
