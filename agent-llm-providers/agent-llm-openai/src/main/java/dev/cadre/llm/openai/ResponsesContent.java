package dev.cadre.llm.openai;

import com.openai.models.responses.ResponseFunctionCallOutputItem;
import com.openai.models.responses.ResponseInputContent;
import com.openai.models.responses.ResponseInputFile;
import com.openai.models.responses.ResponseInputFileContent;
import com.openai.models.responses.ResponseInputImage;
import com.openai.models.responses.ResponseInputImageContent;
import com.openai.models.responses.ResponseInputItem;
import com.openai.models.responses.ResponseInputText;
import com.openai.models.responses.ResponseInputTextContent;
import dev.cadre.llm.ContentBlock;
import dev.cadre.llm.ToolResult;
import java.util.ArrayList;
import java.util.List;

/** Writes texts, images and documents for the Responses API. */
final class ResponsesContent {

    private ResponsesContent() {}

    static List<ResponseInputContent> parts(List<ContentBlock> content) {
        List<ResponseInputContent> parts = new ArrayList<>();
        for (ContentBlock block : content) {
            Attachments.text(block)
                    .ifPresent(text -> parts.add(ResponseInputContent.ofInputText(
                            ResponseInputText.builder().text(text).build())));
            if (block instanceof ContentBlock.Image image) {
                parts.add(ResponseInputContent.ofInputImage(ResponseInputImage.builder()
                        .detail(ResponseInputImage.Detail.AUTO)
                        .imageUrl(Attachments.url(image))
                        .build()));
            } else if (block instanceof ContentBlock.Document document && Attachments.isFile(document)) {
                parts.add(ResponseInputContent.ofInputFile(ResponseInputFile.builder()
                        .filename(Attachments.fileName(document))
                        .fileData(Attachments.url(document))
                        .build()));
            }
        }
        return parts;
    }

    /** Writes a result of texts only as one text, as every model takes it. */
    static ResponseInputItem.FunctionCallOutput output(ToolResult result) {
        ResponseInputItem.FunctionCallOutput.Builder output =
                ResponseInputItem.FunctionCallOutput.builder().callId(result.callId());
        if (result.content().stream().allMatch(ContentBlock.Text.class::isInstance)) {
            return output.output(result.text()).build();
        }
        List<ResponseFunctionCallOutputItem> parts = new ArrayList<>();
        for (ContentBlock block : result.content()) {
            Attachments.text(block)
                    .ifPresent(text -> parts.add(ResponseFunctionCallOutputItem.ofInputText(
                            ResponseInputTextContent.builder().text(text).build())));
            if (block instanceof ContentBlock.Image image) {
                parts.add(ResponseFunctionCallOutputItem.ofInputImage(ResponseInputImageContent.builder()
                        .imageUrl(Attachments.url(image))
                        .build()));
            } else if (block instanceof ContentBlock.Document document && Attachments.isFile(document)) {
                parts.add(ResponseFunctionCallOutputItem.ofInputFile(ResponseInputFileContent.builder()
                        .filename(Attachments.fileName(document))
                        .fileData(Attachments.url(document))
                        .build()));
            }
        }
        return output.outputOfResponseFunctionCallOutputItemList(parts).build();
    }
}
