package segment_test

import (
	"fmt"

	"erba/analysis/null"
	"erba/analysis/segment"
)

type sales []null.Number

func (s sales) Number(_ int, row int32) null.Number { return s[row] }
func (s sales) Text(int, int32) string              { return "" }

func ExampleRule_Compile() {
	fields := []segment.Field{{Name: "sales", Kind: segment.Number}}
	rule, _ := segment.Parse([]byte(`{"not":{"field":"sales","op":"less","value":100}}`), fields)
	belongs, _ := rule.Compile(fields, sales{50, 100, null.None})
	fmt.Println(belongs.Members(3))
	// Output: [1] 1
}
