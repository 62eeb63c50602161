package today

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what today brings to the product.
var Feature = app.Feature{
	Name:  "today",
	Files: files,
	Start: func(*app.Kit) {},
}
