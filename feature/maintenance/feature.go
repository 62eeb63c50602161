package maintenance

import (
	"embed"

	"erba/platform/app"
)

//go:embed text
var files embed.FS

// Feature is what maintenance brings to the product.
var Feature = app.Feature{
	Name:  "maintenance",
	Files: files,
	Start: func(*app.Kit) {},
}
