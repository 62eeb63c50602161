package privacy

import "testing"

func TestWhoIsStruckOutLeavesALabel(t *testing.T) {
	terms := []string{"王芳", "王芳华", "wang@example.com", "13877776666", "a.b"}
	tests := map[string]string{
		"":       "",
		"找王芳谈过":  "找王*谈过",
		"王芳华与王芳": "王**与王*",
		"写到 WANG@example.com，电话13877776666": "写到 W**，电话1**",
		"axb 不是 a.b": "axb 不是 a**",
		"与他无关":       "与他无关",
	}
	for text, want := range tests {
		if got := struck(text, terms); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if got := struck("王芳", nil); got != "王芳" {
		t.Error(got)
	}
}
