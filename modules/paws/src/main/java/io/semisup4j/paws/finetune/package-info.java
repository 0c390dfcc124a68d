/**
 * Fine-tuning of pre-trained encoders with the supervised contrastive loss (PAWS, section 5: CIFAR-10).
 * Cross-entropy fine-tuning is ordinary supervised training and lives in the training module.
 */
package io.semisup4j.paws.finetune;
